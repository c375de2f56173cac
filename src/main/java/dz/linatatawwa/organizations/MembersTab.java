package dz.linatatawwa.organizations;

import org.springframework.stereotype.Component;

/** The tab of the desk where members are. */
@Component
class MembersTab implements DeskSection {

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String labelKey() {
    return "organizations.members.title";
  }

  @Override
  public boolean openTo(Role role) {
    return true;
  }

  @Override
  public String path() {
    return "/members";
  }
}
