package dz.linatatawwa.organizations;

import org.springframework.stereotype.Component;

/** The tab of the desk where an organisation says what it is. */
@Component
class ProfileTab implements DeskSection {

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String labelKey() {
    return "organizations.profile.title";
  }

  @Override
  public boolean openTo(Role role) {
    return true;
  }

  @Override
  public String path() {
    return "/profile";
  }
}
