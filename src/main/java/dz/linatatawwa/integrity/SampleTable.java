package dz.linatatawwa.integrity;

import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of draws and of what they ask. */
@Repository
class SampleTable {

  private static final String SHOWN = """
      select s.id, s.claim_id, coalesce(o.title, c.title) as title, g.name_ar, g.name_fr, lower(c.during) as from_at, upper(c.during) as to_at, c.minutes, s.due_at, s.answer, s.volunteer_id
      from integrity.sample s
      join hours.claim c on c.id = s.claim_id
      left join opportunities.countable o on o.id = c.opportunity_id
      left join organizations.public_organization g on g.id = c.organization_id""";

  private final JdbcClient db;

  SampleTable(JdbcClient db) {
    this.db = db;
  }

  /** Where the last draw ended; nobody else draws in the meantime. */
  Optional<Instant> lastEnd() {
    db.sql("select pg_advisory_xact_lock(hashtext('integrity.draw'))").query((row, number) -> 1).list();
    return db.sql("select until_at from integrity.draw order by from_at desc limit 1")
        .query((row, number) -> row.getObject("until_at", OffsetDateTime.class).toInstant()).optional();
  }

  /** Everything that was confirmed in a span, also what was taken back since: so the population stays the same for ever. */
  List<Long> population(Instant from, Instant until) {
    return db.sql("""
        select id from hours.claim
        where state in ('confirmed', 'reversed') and decided_at >= :from and decided_at < :until and grade <> 'E'
        order by id""").param("from", at(from)).param("until", at(until)).query((row, number) -> row.getLong(1)).list();
  }

  long keep(Draw draw, Instant from, Instant until, int population, int drawn) {
    return db.sql("""
        insert into integrity.draw (seed, from_at, until_at, permille, population, drawn)
        values (:seed, :from, :until, :permille, :population, :drawn) returning id""")
        .param("seed", draw.seed()).param("from", at(from)).param("until", at(until)).param("permille", draw.permille())
        .param("population", population).param("drawn", drawn).query(Long.class).single();
  }

  /** Keeps whom to ask: what still stands, of people who still have an account. */
  List<Asked> ask(long draw, List<Long> claims, Instant now, Instant due) {
    return db.sql("""
        insert into integrity.sample (draw_id, claim_id, volunteer_id, asked_at, due_at)
        select :draw, c.id, c.volunteer_id, :now, :due
        from hours.claim c join accounts.account a on a.id = c.volunteer_id
        where c.id = any(:claims) and c.state = 'confirmed' and a.closed_at is null
        order by c.id
        on conflict (claim_id) do nothing
        returning id, volunteer_id, claim_id""")
        .param("draw", draw).param("claims", claims.toArray(Long[]::new)).param("now", at(now)).param("due", at(due)).query(SampleTable::asked).list();
  }

  /** Marks those that were asked before this moment and are silent; each once. */
  List<Asked> toRemind(Instant before, Instant now) {
    return db.sql("""
        update integrity.sample set reminded_at = :now
        where id in (select id from integrity.sample where answer is null and reminded_at is null and asked_at < :before and due_at > :now
          order by asked_at limit 500 for update skip locked)
        returning id, volunteer_id, claim_id""").param("before", at(before)).param("now", at(now)).query(SampleTable::asked).list();
  }

  /** Who was asked about what. */
  record Asked(long id, long volunteer, long claim) {}

  Optional<Sample> of(long volunteer, long id) {
    return db.sql(SHOWN + " where s.id = :id and s.volunteer_id = :volunteer").param("id", id).param("volunteer", volunteer)
        .query((row, number) -> sample(row)).optional();
  }

  List<Sample> all(List<Long> ids) {
    return db.sql(SHOWN + " where s.id = any(:ids) order by s.id").param("ids", ids.toArray(Long[]::new)).query((row, number) -> sample(row)).list();
  }

  /** @return false when it was answered before */
  boolean answer(long volunteer, long id, String answer, Instant now) {
    return db.sql("update integrity.sample set answer = :answer, answered_at = :now where id = :id and volunteer_id = :volunteer and answer is null")
        .param("answer", answer).param("now", at(now)).param("id", id).param("volunteer", volunteer).update() == 1;
  }

  SampleRate rate(LocalDate since, Instant from, Instant now) {
    return db.sql("""
        select count(*) filter (where answer is not null or due_at <= :now) as asked, count(answer) as answered, count(*) filter (where answer = 'yes') as confirmed
        from integrity.sample where asked_at >= :from""").param("now", at(now)).param("from", at(from))
        .query((row, number) -> new SampleRate(row.getLong("asked"), row.getLong("answered"), row.getLong("confirmed"), since)).single();
  }

  /** A draw as it was made. */
  record Kept(long id, Draw draw, Instant from, Instant until, int population, int drawn) {}

  List<Kept> draws() {
    return db.sql("select id, seed, permille, from_at, until_at, population, drawn from integrity.draw order by from_at")
        .query((row, number) -> new Kept(row.getLong("id"), new Draw(row.getString("seed"), row.getInt("permille")),
            row.getObject("from_at", OffsetDateTime.class).toInstant(), row.getObject("until_at", OffsetDateTime.class).toInstant(),
            row.getInt("population"), row.getInt("drawn"))).list();
  }

  List<Long> asked(long draw) {
    return db.sql("select claim_id from integrity.sample where draw_id = :draw order by claim_id").param("draw", draw).query((row, number) -> row.getLong(1)).list();
  }

  private static Asked asked(ResultSet row, int number) throws SQLException {
    return new Asked(row.getLong("id"), row.getLong("volunteer_id"), row.getLong("claim_id"));
  }

  private static Sample sample(ResultSet row) throws SQLException {
    String name = row.getString("name_ar");
    return new Sample(row.getLong("id"), new ClaimId(row.getLong("claim_id")), row.getString("title"),
        name == null ? null : new LocalName(name, row.getString("name_fr"), null), row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getObject("to_at", OffsetDateTime.class).toInstant(), row.getInt("minutes"), row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getString("answer"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
