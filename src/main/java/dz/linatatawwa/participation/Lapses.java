package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications whose time ran out, and seats that stand empty while somebody waits. */
@Component
class Lapses {

  private static final int AT_ONCE = 500;

  private final JdbcClient db;
  private final ApplicationTable table;
  private final WaitingList waitingList;
  private final Leaving leaving;
  private final Tidings tidings;
  private final Clock clock;

  Lapses(JdbcClient db, ApplicationTable table, WaitingList waitingList, Leaving leaving, Tidings tidings, Clock clock) {
    this.db = db;
    this.table = table;
    this.waitingList = waitingList;
    this.leaving = leaving;
    this.tidings = tidings;
    this.clock = clock;
  }

  /** Offers that ended. */
  List<ApplicationId> offers() {
    return db.sql("select id from participation.application where state = 'offered' and offer_ends <= :now order by offer_ends limit :most")
        .param("now", Sql.at(clock.instant())).param("most", AT_ONCE).query(Long.class).list().stream().map(ApplicationId::new).toList();
  }

  /** Applications without an end whose shift has begun. */
  List<ApplicationId> begun() {
    return db.sql("""
        select a.id from participation.application a join opportunities.shift s on s.id = a.shift_id
        where a.state in ('pending', 'waiting') and s.starts_at <= :now order by a.id limit :most
        """).param("now", Sql.at(clock.instant())).param("most", AT_ONCE).query(Long.class).list().stream().map(ApplicationId::new).toList();
  }

  /** Shifts with both free seats and people who wait: a capacity was raised. */
  List<ShiftId> shiftsWithIdleSeats() {
    return db.sql("""
        select s.id from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id
        where s.id in (select shift_id from participation.application where state = 'waiting')
          and s.taken < s.capacity and s.state = 'open' and o.state = 'published' and s.starts_at > :now
        order by s.id limit :most
        """).param("now", Sql.at(clock.instant())).param("most", AT_ONCE).query(Long.class).list().stream().map(ShiftId::new).toList();
  }

  /** Ends one application if its time is still over now. */
  @Transactional
  public void lapse(ApplicationId id) {
    ApplicationTable.Row seen = table.find(id).orElseThrow();
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(id);
    if (!over(row, facts, clock.instant())) return;
    leaving.end(row, facts, "lapsed");
    tidings.about(id, new AccountId(row.volunteerId()), facts, row.state().equals("offered") ? "offer-lapsed" : "unanswered", words -> "");
  }

  /** Offers the free seats of a shift to those who wait. */
  @Transactional
  public void fill(ShiftId shift) {
    ShiftFacts facts = table.facts(shift).orElseThrow();
    waitingList.lock(facts);
    waitingList.promote(facts);
  }

  private static boolean over(ApplicationTable.Row row, ShiftFacts facts, Instant now) {
    return switch (row.state()) {
      case "offered" -> row.offerEnds() != null && !row.offerEnds().isAfter(now);
      case "pending", "waiting" -> !facts.startsAt().isAfter(now);
      default -> false;
    };
  }
}
