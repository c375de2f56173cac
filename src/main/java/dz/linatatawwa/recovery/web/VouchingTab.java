package dz.linatatawwa.recovery.web;

import dz.linatatawwa.organizations.DeskSection;
import org.springframework.stereotype.Component;

/** The tab of vouching on an organisation's desk, among the last. */
@Component
class VouchingTab implements DeskSection {

  @Override
  public int order() {
    return 85;
  }

  @Override
  public String labelKey() {
    return "recovery.vouching.tab";
  }

  @Override
  public String path() {
    return "/vouching";
  }
}
