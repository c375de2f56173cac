package dz.linatatawwa.attendance.web;

import dz.linatatawwa.organizations.DeskSection;
import org.springframework.stereotype.Component;

/** The tab of an organisation's desk under which the days are. */
@Component
class DaySection implements DeskSection {

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String labelKey() {
    return "attendance.day.tab";
  }

  @Override
  public String path() {
    return "/shifts";
  }
}
