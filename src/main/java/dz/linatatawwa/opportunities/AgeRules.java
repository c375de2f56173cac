package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opportunities' rules for young people: what they are, and setting them. Seats are given by them in {@code participation}. */
@Service
public class AgeRules {

  /** A kind of work that is not for everybody.
   *  @param leastAge in years; words in {@code guardians.work.<code>} */
  public record Work(String code, int leastAge) {}

  private final JdbcClient db;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AgeRules(JdbcClient db, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The kinds of work with a least age, the most dangerous first. */
  public List<Work> works() {
    return db.sql("select code, least_age from opportunities.work order by position")
        .query((row, number) -> new Work(row.getString("code"), row.getInt("least_age"))).list();
  }

  /** What holds in an opportunity. */
  public AgeRule of(OpportunityId id) {
    return db.sql("select works, from_time, to_time, accompanied_under, both_guardians from opportunities.age_rule where opportunity_id = :id")
        .param("id", id.value()).query(AgeRules::read).optional().orElse(AgeRule.USUAL);
  }

  /** The age below which nobody does all of these kinds of work; 0 where anybody may. */
  public int leastAge(List<String> works) {
    return db.sql("select opportunities.least_age(:works)").param("works", works.toArray(String[]::new)).query(Integer.class).single();
  }

  /** Sets the rules; people who hold seats in a published one are told. Who may is the caller's to have checked.
   *  @return false when the opportunity takes people who are too young for the work: then nothing was changed */
  @Transactional
  public boolean set(Opportunity opportunity, AgeRule rule, AccountId by) {
    int leastAge = db.sql("select min_age from opportunities.opportunity where id = :id for no key update").param("id", opportunity.id().value())
        .query(Integer.class).single();
    if (leastAge < leastAge(rule.works())) return false;
    if (rule.equals(of(opportunity.id()))) return true;
    db.sql("""
        insert into opportunities.age_rule as r (opportunity_id, works, from_time, to_time, accompanied_under, both_guardians, set_at, set_by)
        values (:id, :works, :from, :to, :under, :both, :now, :by)
        on conflict (opportunity_id) do update set works = excluded.works, from_time = excluded.from_time, to_time = excluded.to_time,
          accompanied_under = excluded.accompanied_under, both_guardians = excluded.both_guardians, set_at = excluded.set_at, set_by = excluded.set_by
        """).param("id", opportunity.id().value()).param("works", rule.works().toArray(String[]::new)).param("from", rule.from()).param("to", rule.to())
        .param("under", rule.accompaniedUnder()).param("both", rule.bothGuardians()).param("now", Timestamp.from(clock.instant())).param("by", by.value())
        .update();
    audit.note(by, "opportunity.age-rules", "opportunity", opportunity.id().toString(), null, Map.of("works", String.join(" ", rule.works())));
    if (opportunity.published()) events.publishEvent(new OpportunityChanged(opportunity.id(), Set.of("age"), null));
    return true;
  }

  private static AgeRule read(ResultSet row, int number) throws SQLException {
    int under = row.getInt("accompanied_under");
    Integer accompaniedUnder = row.wasNull() ? null : under;
    return new AgeRule(Arrays.asList((String[]) row.getArray("works").getArray()), row.getObject("from_time", LocalTime.class),
        row.getObject("to_time", LocalTime.class), accompaniedUnder, row.getBoolean("both_guardians"));
  }
}
