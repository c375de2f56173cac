package dz.linatatawwa.screening;

import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.supervision.MatterDecided;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of holds. */
@Repository
class HoldTable {

  private final JdbcClient db;

  HoldTable(JdbcClient db) {
    this.db = db;
  }

  boolean waits(OpportunityId id) {
    return db.sql("select exists (select from screening.hold where opportunity_id = :id and decided_at is null)").param("id", id.value()).query(Boolean.class).single();
  }

  /** What supervisors have seen of an opportunity and let pass: rule, version and what was found. */
  Set<String> passed(OpportunityId id) {
    return new HashSet<>(db.sql("""
        select h.rule_id || ' ' || h.version || ' ' || h.found
        from screening.hit h join screening.hold d on d.id = h.hold_id
        where d.opportunity_id = :id and d.outcome = 'shown'
        """).param("id", id.value()).query(String.class).list());
  }

  static String key(Hit hit) {
    return hit.rule() + " " + hit.version() + " " + hit.found();
  }

  long insert(OpportunityId id, List<Hit> hits, Instant now) {
    long hold = db.sql("insert into screening.hold (opportunity_id, held_at) values (:id, :now) returning id").param("id", id.value()).param("now", RuleTable.at(now))
        .query(Long.class).single();
    for (Hit hit : hits) {
      db.sql("insert into screening.hit (hold_id, rule_id, version, found) values (:hold, :rule, :version, :found)").param("hold", hold).param("rule", hit.rule())
          .param("version", hit.version()).param("found", hit.found()).update();
    }
    return hold;
  }

  Hold find(long id) {
    List<Hit> hits = db.sql("""
        select h.rule_id, h.version, w.title, h.found
        from screening.hit h join screening.wording w on w.rule_id = h.rule_id and w.version = h.version
        where h.hold_id = :id order by h.rule_id
        """).param("id", id).query((row, n) -> new Hit(row.getLong("rule_id"), row.getInt("version"), row.getString("title"), row.getString("found"))).list();
    return db.sql("select id, opportunity_id, held_at from screening.hold where id = :id").param("id", id).query((row, n) -> new Hold(row.getLong("id"),
        new OpportunityId(row.getLong("opportunity_id")), row.getObject("held_at", OffsetDateTime.class).toInstant(), hits)).single();
  }

  void decide(long id, MatterDecided decided, Instant now) {
    db.sql("update screening.hold set outcome = :outcome, reason_code = :code, words = :words, decided_by = :by, decided_at = :now where id = :id and decided_at is null")
        .param("outcome", decided.decision()).param("code", decided.reasonCode()).param("words", decided.reason()).param("by", decided.by().value())
        .param("now", RuleTable.at(now)).param("id", id).update();
  }

  /** What a rule held, the newest first; at most fifty. */
  List<Screened> heldBy(long rule) {
    return db.sql("""
        select d.opportunity_id, o.title, d.held_at, h.version, h.found, coalesce(d.outcome, 'waits') as outcome
        from screening.hit h join screening.hold d on d.id = h.hold_id join opportunities.opportunity o on o.id = d.opportunity_id
        where h.rule_id = :rule order by h.hold_id desc limit 50
        """).param("rule", rule).query((row, n) -> new Screened(new OpportunityId(row.getLong("opportunity_id")), row.getString("title"),
            row.getObject("held_at", OffsetDateTime.class).toInstant(), row.getInt("version"), row.getString("found"), row.getString("outcome"))).list();
  }

  Optional<OpportunityState> state(OpportunityId id) {
    return db.sql("select state, coalesce(withheld_for, '') as withheld_for from opportunities.opportunity where id = :id for update").param("id", id.value())
        .query((row, n) -> new OpportunityState(row.getString("state"), row.getString("withheld_for"))).optional();
  }

  /** How an opportunity stands, held until the transaction ends. */
  record OpportunityState(String state, String withheldFor) {

    boolean published() {
      return state.equals("published");
    }

    boolean waitsForALook() {
      return state.equals("withheld") && withheldFor.equals("screening");
    }
  }
}
