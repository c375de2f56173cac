package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Giving a seat back. Runs inside the caller's transaction. */
@Component
class Leaving {

  private final ApplicationTable table;
  private final WaitingList waitingList;
  private final Tidings tidings;
  private final Clock clock;

  Leaving(ApplicationTable table, WaitingList waitingList, Tidings tidings, Clock clock) {
    this.table = table;
    this.waitingList = waitingList;
    this.tidings = tidings;
    this.clock = clock;
  }

  boolean withdraw(AccountId volunteer, ApplicationId id) {
    ApplicationTable.Row seen = table.find(id).filter(row -> row.volunteerId() == volunteer.value())
        .orElseThrow(() -> new NotFound("application " + id + " of " + volunteer));
    table.lockVolunteer(volunteer.value());
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(id);
    if (!row.living()) return true;
    if (!facts.startsAt().isAfter(clock.instant())) return false;
    end(row, facts, "withdrawn");
    return true;
  }

  /** Ends a living application; the shift and the application are locked. A seat that it held goes on to the first who waits. */
  void end(ApplicationTable.Row row, ShiftFacts facts, String state) {
    table.move(row.id(), state);
    if (row.holdsSeat()) {
      table.accompaniedBy(row.volunteerId(), facts.id()).forEach(young -> leftAlone(young, facts));
      waitingList.release(facts, row.roleId(), row.seats());
    }
  }

  /** Whoever came with this person is too young to come alone. */
  private void leftAlone(ApplicationTable.Row young, ShiftFacts facts) {
    end(young, facts, "withdrawn");
    tidings.about(new ApplicationId(young.id()), new AccountId(young.volunteerId()), facts, "companion-left", words -> "");
  }

  /** Ends an application to a shift that was called off: its seat goes to nobody. */
  void cancel(ApplicationTable.Row row, ShiftFacts facts) {
    table.move(row.id(), "cancelled");
    if (row.holdsSeat()) waitingList.giveBack(facts, row.roleId(), row.seats());
  }
}
