package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.RoleId;
import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Takes seats for somebody who comes now, all or none, unless others wait for them. */
  boolean seat(ShiftFacts facts, @Nullable Long role, int count) {
    lock(facts);
    ShiftId shift = facts.id();
    if (table.someoneWaits(shift, role)) return false;
    return seats.take(shift, role(role), count) == Seats.Seat.TAKEN;
  }

  /** Gives seats back and offers them on. */
  void release(ShiftFacts facts, @Nullable Long role, int count) {
    giveBack(facts, role, count);
    promote(facts);
  }

  /** Gives seats back that nobody is to have. */
  void giveBack(ShiftFacts facts, @Nullable Long role, int count) {
    seats.release(facts.id(), role(role), count);
  }

  /** Offers every free seat to those who wait, in order of arrival, while there is time left to come. A party that comes whole is offered its seats together;
   *  where it needs more than are free, it keeps its place and who comes after it is asked. The shift must be locked. */
  void promote(ShiftFacts facts) {
    Instant now = clock.instant();
    if (!facts.startsAt().isAfter(now)) return;
    Set<Long> fullRoles = new HashSet<>();
    ShiftId shift = facts.id();
    for (List<ApplicationTable.Row> together : units(table.waiting(shift))) {
      @Nullable Long role = together.getFirst().roleId();
      if (role != null && fullRoles.contains(role) || together.stream().anyMatch(row -> young.fault(row).isPresent())) continue;
      int count = together.stream().mapToInt(ApplicationTable.Row::seats).sum();
      if (seats.take(shift, role(role), count) == Seats.Seat.TAKEN) {
        together.forEach(row -> offer(row, facts, now));
      } else if (count == 1 && role == null) {
        return;
      } else if (count == 1) {
        fullRoles.add(Objects.requireNonNull(role));
      }
    }
  }

  /** Those who come whole stand together, where the first of them stands. */
  private static Collection<List<ApplicationTable.Row>> units(List<ApplicationTable.Row> waiting) {
    Map<Long, List<ApplicationTable.Row>> units = new LinkedHashMap<>();
    for (ApplicationTable.Row row : waiting) {
      long unit = row.whole() && row.partyId() != null ? -row.partyId() : row.id();
      units.computeIfAbsent(unit, key -> new ArrayList<>()).add(row);
    }
    return units.values();
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
