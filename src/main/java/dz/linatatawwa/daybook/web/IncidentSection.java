package dz.linatatawwa.daybook.web;

import dz.linatatawwa.organizations.DeskSection;
import org.springframework.stereotype.Component;

/** The tab of an organisation's desk under which its incidents are. */
@Component
class IncidentSection implements DeskSection {

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String labelKey() {
    return "daybook.incidents.tab";
  }

  @Override
  public String path() {
    return "/incidents";
  }
}
