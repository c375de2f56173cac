package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.RoleId;
import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seats and the list of those who wait for one. Everything here happens under the lock of the shift, so that a seat is never idle while
 *  somebody waits, and never given past somebody who came first. */
@Component
class WaitingList {

  private final ApplicationTable table;
  private final Seats seats;
  private final YoungRules young;
  private final Tidings tidings;
  private final Clock clock;
  private final Settings settings;

  WaitingList(ApplicationTable table, Seats seats, YoungRules young, Tidings tidings, Clock clock, Settings settings) {
    this.table = table;
    this.seats = seats;
    this.young = young;
    this.tidings = tidings;
    this.clock = clock;
    this.settings = settings;
  }

  void lock(ShiftFacts facts) {
    seats.lock(facts.id());
  }

  /** Takes a seat for somebody who comes now, unless others wait for one. */
  boolean seat(ShiftFacts facts, @Nullable Long role) {
    lock(facts);
    ShiftId shift = facts.id();
    if (table.someoneWaits(shift, role)) return false;
    return seats.take(shift, role(role)) == Seats.Seat.TAKEN;
  }

  /** Gives a seat back and offers it on. */
  void release(ShiftFacts facts, @Nullable Long role) {
    giveBack(facts, role);
    promote(facts);
  }

  /** Gives a seat back that nobody is to have. */
  void giveBack(ShiftFacts facts, @Nullable Long role) {
    seats.release(facts.id(), role(role));
  }

  /** Offers every free seat to those who wait, in order of arrival, while there is time left to come. The shift must be locked. */
  void promote(ShiftFacts facts) {
    Instant now = clock.instant();
    if (!facts.startsAt().isAfter(now)) return;
    Set<Long> fullRoles = new HashSet<>();
    ShiftId shift = facts.id();
    for (ApplicationTable.Row row : table.waiting(shift)) {
      if (row.roleId() != null && fullRoles.contains(row.roleId()) || young.fault(row).isPresent()) continue;
      if (seats.take(shift, role(row.roleId())) == Seats.Seat.TAKEN) {
        offer(row, facts, now);
      } else if (row.roleId() == null) {
        return;
      } else {
        fullRoles.add(row.roleId());
      }
    }
  }

  private void offer(ApplicationTable.Row row, ShiftFacts facts, Instant now) {
    Instant latest = now.plus(Duration.ofHours(settings.get(ParticipationSettings.OFFER_HOURS)));
    Instant ends = latest.isBefore(facts.startsAt()) ? latest : facts.startsAt();
    table.offer(row.id(), ends);
    tidings.offered(new ApplicationId(row.id()), new AccountId(row.volunteerId()), facts, ends);
  }

  static @Nullable RoleId role(@Nullable Long role) {
    return role == null ? null : new RoleId(role);
  }
}
