package dz.linatatawwa.partnerships;

import org.springframework.stereotype.Component;

/** The tab of the desk where its people are. */
@Component
class PeopleTab implements PartnerDeskSection {

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String labelKey() {
    return "partnerships.people.title";
  }

  @Override
  public String path() {
    return "/people";
  }
}
