package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of matters, one by one; queues stand in {@link MatterQueue}. */
@Component
class MatterTable {

  static final String COLUMNS = """
      m.id, m.kind, m.subject_id, m.wilaya_code, m.commune_code, m.fields, m.summary, m.opened_at, m.due_at, m.claimed_by, m.kept_for,
      m.decided_at, m.decided_by, m.decision, m.reason_code, m.reason""";

  private final JdbcClient db;

  MatterTable(JdbcClient db) {
    this.db = db;
  }

  MatterId open(String kind, long subjectId, Whereabouts where, String summary, Instant now, Instant due) {
    return new MatterId(db.sql("""
        insert into supervision.matter (kind, subject_id, wilaya_code, commune_code, fields, summary, opened_at, due_at)
        values (:kind, :subject, :wilaya, :commune, cast(:fields as text[]), :summary, :now, :due)
        on conflict (kind, subject_id) where decided_at is null
        do update set wilaya_code = excluded.wilaya_code, commune_code = excluded.commune_code, fields = excluded.fields, summary = excluded.summary, due_at = least(matter.due_at, excluded.due_at)
        returning id
        """)
        .param("kind", kind).param("subject", subjectId).param("wilaya", wilaya(where), Types.VARCHAR).param("commune", commune(where), Types.VARCHAR)
        .param("fields", where.fields().toArray(String[]::new)).param("summary", summary).param("now", at(now)).param("due", at(due))
        .query(Long.class).single());
  }

  void openAll(String kind, List<Matters.Asked> asked, Instant now, Instant due) {
    db.sql("""
        insert into supervision.matter (kind, subject_id, wilaya_code, commune_code, fields, summary, opened_at, due_at)
        select :kind, a.subject, a.wilaya, a.commune, string_to_array(a.fields, ','), a.summary, :now, :due
        from unnest(cast(:subjects as bigint[]), cast(:wilayas as text[]), cast(:communes as text[]), cast(:fields as text[]), cast(:summaries as text[]))
          as a (subject, wilaya, commune, fields, summary)
        on conflict (kind, subject_id) where decided_at is null do nothing
        """)
        .param("kind", kind).param("now", at(now)).param("due", at(due)).param("subjects", asked.stream().map(Matters.Asked::subjectId).toArray(Long[]::new))
        .param("wilayas", asked.stream().map(one -> wilaya(one.where())).toArray(String[]::new))
        .param("communes", asked.stream().map(one -> commune(one.where())).toArray(String[]::new))
        .param("fields", asked.stream().map(one -> one.where().fields().stream().collect(Collectors.joining(","))).toArray(String[]::new))
        .param("summaries", asked.stream().map(Matters.Asked::summary).toArray(String[]::new)).update();
  }

  void withdrawAll(String kind, List<Long> subjects, AccountId by, Instant now) {
    db.sql("""
        update supervision.matter set decided_at = :now, decided_by = :by, decision = 'withdrawn'
        where kind = :kind and subject_id = any(:subjects) and decided_at is null
        """)
        .param("now", at(now)).param("by", by.value()).param("kind", kind).param("subjects", subjects.toArray(Long[]::new)).update();
  }

  Optional<Matter> find(MatterId id) {
    return db.sql("select " + COLUMNS + " from supervision.matter m where m.id = :id").param("id", id.value())
        .query(MatterTable::read).optional();
  }

  /** Those of these numbers that there are, in the order of their clock. */
  List<Matter> findAll(List<Long> ids) {
    return db.sql("select " + COLUMNS + " from supervision.matter m where m.id = any(:ids) order by m.due_at, m.id").param("ids", ids.toArray(Long[]::new))
        .query(MatterTable::read).list();
  }

  Optional<Matter> waiting(String kind, long subjectId) {
    return db.sql("select " + COLUMNS + " from supervision.matter m where m.kind = :kind and m.subject_id = :subject and m.decided_at is null")
        .param("kind", kind).param("subject", subjectId).query(MatterTable::read).optional();
  }

  /** Waits until nobody else decides it; false when somebody has. */
  boolean hold(String kind, long subjectId) {
    return db.sql("select id from supervision.matter where kind = :kind and subject_id = :subject and decided_at is null for update")
        .param("kind", kind).param("subject", subjectId).query(Long.class).optional().isPresent();
  }

  /** Waits until nobody else decides it. */
  Matter lock(MatterId id) {
    return db.sql("select " + COLUMNS + " from supervision.matter m where m.id = :id for update").param("id", id.value())
        .query(MatterTable::read).single();
  }

  void decide(MatterId id, Decision decision, AccountId by, Instant now) {
    int changed = db.sql("""
        update supervision.matter
        set decided_at = :now, decided_by = :by, decision = :decision, reason_code = :code, reason = :reason
        where id = :id and decided_at is null
        """)
        .param("now", at(now)).param("by", by.value()).param("decision", decision.decision())
        .param("code", decision.reasonCode()).param("reason", decision.reason()).param("id", id.value()).update();
    if (changed != 1) throw new IllegalStateException("matter " + id + " was decided before");
  }

  /** It waits again, in the hands of who had decided it. */
  void reopen(MatterId id, AccountId by) {
    db.sql("""
        update supervision.matter
        set decided_at = null, decided_by = null, decision = null, reason_code = null, reason = null, claimed_by = :by, claimed_at = now(), kept_for = null
        where id = :id
        """).param("by", by.value()).param("id", id.value()).update();
  }

  void opened(MatterId id, AccountId by, Instant now) {
    db.sql("insert into supervision.opening (matter_id, account_id, at) values (:id, :by, :now) on conflict do nothing")
        .param("id", id.value()).param("by", by.value()).param("now", at(now)).update();
  }

  /** Those of these matters that somebody has opened. */
  List<Long> openedBy(AccountId person, List<Long> ids) {
    return db.sql("select matter_id from supervision.opening where account_id = :person and matter_id = any(:ids)").param("person", person.value())
        .param("ids", ids.toArray(Long[]::new)).query((row, number) -> row.getLong(1)).list();
  }

  /** Marks those whose supervisors are about to be told, once each; other nodes pass over them. */
  List<Matter> toRemind(Instant soon) {
    return db.sql("""
        update supervision.matter m set reminded_at = now()
        where m.id in (select id from supervision.matter where decided_at is null and reminded_at is null and due_at < :soon
                       order by due_at limit 100 for update skip locked)
        returning %s
        """.formatted(COLUMNS)).param("soon", at(soon)).query(MatterTable::read).list();
  }

  /** Marks those of which the nation is about to be told, once each. */
  List<Matter> toEscalate(Instant now) {
    return db.sql("""
        update supervision.matter m set escalated_at = now()
        where m.id in (select id from supervision.matter where decided_at is null and escalated_at is null and due_at < :now
                       order by due_at limit 100 for update skip locked)
        returning %s
        """.formatted(COLUMNS)).param("now", at(now)).query(MatterTable::read).list();
  }

  private static @Nullable String wilaya(Whereabouts where) {
    return where.wilaya() instanceof WilayaCode code ? code.value() : null;
  }

  private static @Nullable String commune(Whereabouts where) {
    return where.commune() instanceof CommuneCode code ? code.value() : null;
  }

  static Matter read(ResultSet row, int number) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    Matter.Verdict verdict = decided == null ? null : new Matter.Verdict(row.getString("decision"), row.getString("reason_code"),
        row.getString("reason"), new AccountId(row.getLong("decided_by")), decided.toInstant());
    return new Matter(new MatterId(row.getLong("id")), row.getString("kind"), row.getLong("subject_id"), where(row), row.getString("summary"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getObject("due_at", OffsetDateTime.class).toInstant(),
        person(row, "claimed_by"), person(row, "kept_for"), verdict);
  }

  private static Whereabouts where(ResultSet row) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    String commune = row.getString("commune_code");
    return new Whereabouts(wilaya == null ? null : new WilayaCode(wilaya), wilaya == null || commune == null ? null : new CommuneCode(commune),
        Arrays.asList((String[]) row.getArray("fields").getArray()));
  }

  private static @Nullable AccountId person(ResultSet row, String column) throws SQLException {
    long id = row.getLong(column);
    return id == 0 ? null : new AccountId(id);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atZone(Words.ZONE).toOffsetDateTime();
  }
}
