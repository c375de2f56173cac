package dz.linatatawwa.api.web;

import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Role;
import org.springframework.stereotype.Component;

/** The tab of an organisation's desk where its keys are. */
@Component
class KeysTab implements DeskSection {

  @Override
  public int order() {
    return 95;
  }

  @Override
  public String labelKey() {
    return "api.keys.tab";
  }

  @Override
  public String path() {
    return "/keys";
  }

  @Override
  public boolean openTo(Role role) {
    return role == Role.OWNER;
  }
}
