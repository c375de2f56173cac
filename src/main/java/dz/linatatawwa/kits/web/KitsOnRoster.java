package dz.linatatawwa.kits.web;

import dz.linatatawwa.attendance.DayPart;
import dz.linatatawwa.kits.Kits;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** On the roster's page: taking the shift along, the kiosk, how many phones have it, and what they sent that was refused. */
@Component
class KitsOnRoster implements DayPart {

  private final Kits kits;
  private final Fragments fragments;
  private final Clock clock;

  KitsOnRoster(Kits kits, Fragments fragments, Clock clock) {
    this.kits = kits;
    this.fragments = fragments;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Content part(ShiftFacts shift, boolean closed, Page page) {
    boolean ahead = !closed && clock.instant().isBefore(shift.shuts());
    return fragments.of(page, "kits/roster", "here", "/organizations/" + shift.organizationId() + "/desk/shifts/" + shift.shiftId(), "ahead", ahead,
        "out", kits.out(shift.id()), "refused", kits.refused(shift.id()));
  }
}
