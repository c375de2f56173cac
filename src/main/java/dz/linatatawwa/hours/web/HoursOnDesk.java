package dz.linatatawwa.hours.web;

import dz.linatatawwa.hours.HourDesk;
import dz.linatatawwa.hours.ShiftHours;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hours on an organisation's desk: a tab, and what waits. */
@Component
class HoursOnDesk implements DeskSection {

  private static final int SHOWN = 3;

  private final HourDesk desk;
  private final Fragments fragments;
  private final Clock clock;

  HoursOnDesk(HourDesk desk, Fragments fragments, Clock clock) {
    this.desk = desk;
    this.fragments = fragments;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String labelKey() {
    return "hours.desk.tab";
  }

  @Override
  public String path() {
    return "/hours";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    if (!role.runs()) return Optional.empty();
    List<ShiftHours> waiting = desk.waiting(organization.id()).stream().limit(SHOWN).toList();
    if (waiting.isEmpty()) return Optional.empty();
    return Optional.of(fragments.of(page, "hours/deskSection", "waiting", waiting,
        "address", "/organizations/" + organization.id() + "/desk/hours", "now", clock.instant()));
  }
}
