package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityCancelled;
import dz.linatatawwa.opportunities.OpportunityChanged;
import dz.linatatawwa.opportunities.ShiftCancelled;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.volunteers.GuardianConsentWithdrawn;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows here from what happened in lower rooms: who is concerned is told, and whoever leaves gives their seats back. */
@Component
class Followers {

  private final JdbcClient db;
  private final ApplicationTable table;
  private final WaitingList waitingList;
  private final Leaving leaving;
  private final YoungRules young;
  private final Tidings tidings;
  private final Clock clock;

  Followers(JdbcClient db, ApplicationTable table, WaitingList waitingList, Leaving leaving, YoungRules young, Tidings tidings, Clock clock) {
    this.db = db;
    this.table = table;
    this.waitingList = waitingList;
    this.leaving = leaving;
    this.young = young;
    this.tidings = tidings;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(OpportunityCancelled cancelled) {
    for (long shift : shifts(cancelled.id().value())) cancel(new ShiftId(shift), cancelled.reason());
  }

  @ApplicationModuleListener
  void on(ShiftCancelled cancelled) {
    cancel(cancelled.shift(), cancelled.reason());
  }

  @ApplicationModuleListener
  void on(OpportunityChanged changed) {
    List<Long> shifts = changed.shift() == null ? shifts(changed.id().value()) : List.of(changed.shift().value());
    for (long shift : shifts) {
      ShiftFacts facts = table.facts(new ShiftId(shift)).orElseThrow();
      String what = "changed" + changed.what().hashCode() + facts.startsAt().getEpochSecond();
      for (ApplicationTable.Row row : table.livingOf(facts.id())) {
        tidings.changed(new ApplicationId(row.id()), new AccountId(row.volunteerId()), facts, changed.what(), what);
      }
    }
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    for (ApplicationTable.Row row : table.livingOf(closed.account())) {
      ShiftFacts facts = table.facts(new ShiftId(row.shiftId())).orElseThrow();
      waitingList.lock(facts);
      ApplicationTable.Row locked = table.lock(new ApplicationId(row.id()));
      if (locked.living() && facts.startsAt().isAfter(clock.instant())) leaving.end(locked, facts, "withdrawn");
    }
  }

  @ApplicationModuleListener
  void on(GuardianConsentWithdrawn withdrawn) {
    if (!withdrawn.endsTakingPart()) return;
    for (ApplicationTable.Row row : table.livingOf(withdrawn.minor())) {
      ShiftFacts facts = table.facts(new ShiftId(row.shiftId())).orElseThrow();
      waitingList.lock(facts);
      ApplicationTable.Row locked = table.lock(new ApplicationId(row.id()));
      if (!locked.living() || !facts.startsAt().isAfter(clock.instant()) || young.fault(locked).isEmpty()) continue;
      leaving.end(locked, facts, "withdrawn");
      tidings.about(new ApplicationId(row.id()), withdrawn.minor(), facts, "consent-ended", words -> "");
    }
  }

  private void cancel(ShiftId shift, String reason) {
    ShiftFacts facts = table.facts(shift).orElseThrow();
    waitingList.lock(facts);
    for (ApplicationTable.Row row : table.livingOf(shift)) {
      leaving.cancel(row, facts);
      tidings.about(new ApplicationId(row.id()), new AccountId(row.volunteerId()), facts, "cancelled", words -> reason);
    }
  }

  /** The coming shifts of an opportunity, in the order in which all lock them. */
  private List<Long> shifts(long opportunity) {
    return Sql.rows(db.sql("select id from opportunities.shift where opportunity_id = :id and starts_at > :now order by id")
        .param("id", opportunity).param("now", Sql.at(clock.instant())).query(Long.class));
  }
}
