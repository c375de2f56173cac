package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimTable.ShiftWaiting;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings to the supervisors what nobody settles in time, and what needs a second person of another level. One matter for a shift. */
@Component
class LedgerMatters {

  static final String OVERDUE = "hours-overdue";
  static final String LATE_ENTRY = "hours-late-entry";

  private static final Duration TIME_TO_SETTLE = Duration.ofDays(5);

  private final ClaimTable claims;
  private final Matters matters;
  private final Organizations organizations;
  private final Clock clock;

  LedgerMatters(ClaimTable claims, Matters matters, Organizations organizations, Clock clock) {
    this.claims = claims;
    this.matters = matters;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** After somebody settled: asks for the second person where one is needed, and takes back what is no longer needed. */
  void bringUpToDate(Settlement done, AccountId by) {
    for (ShiftWaiting shift : claims.waiting(Stream.concat(done.settled().stream(), done.vouched().stream()).map(ClaimId::value).toList())) {
      if (shift.open() == 0) matters.withdraw(OVERDUE, shift.shiftId(), by);
      if (shift.vouched() == 0) matters.withdraw(LATE_ENTRY, shift.shiftId(), by);
      else if (!done.vouched().isEmpty()) open(LATE_ENTRY, shift);
    }
  }

  /** Opens a matter for every shift whose clock has run out; again and again without doubling. */
  int bringOverdue() {
    int opened = 0;
    for (ShiftWaiting shift : claims.overdue()) {
      if (matters.waiting(OVERDUE, shift.shiftId()).isPresent()) continue;
      open(OVERDUE, shift);
      opened++;
    }
    return opened;
  }

  private void open(String kind, ShiftWaiting shift) {
    matters.open(kind, shift.shiftId(), where(shift.organizationId()), shift.title(), clock.instant().plus(TIME_TO_SETTLE));
  }

  private Whereabouts where(long organization) {
    return organizations.find(new OrganizationId(organization)).orElseThrow().whereabouts();
  }
}
