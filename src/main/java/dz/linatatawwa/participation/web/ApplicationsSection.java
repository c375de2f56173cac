package dz.linatatawwa.participation.web;

import dz.linatatawwa.organizations.DeskSection;
import org.springframework.stereotype.Component;

/** The tab of an organisation's desk under which applications are answered. */
@Component
class ApplicationsSection implements DeskSection {

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String labelKey() {
    return "participation.desk.applications";
  }

  @Override
  public String path() {
    return "/applications";
  }
}
