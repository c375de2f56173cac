package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of matters. */
@Component
class MatterTable {

  private static final int PAGE = 25;

  private static final String COLUMNS = """
      m.id, m.kind, m.subject_id, m.wilaya_code, m.summary, m.opened_at, m.due_at, m.claimed_by,
      m.decided_at, m.decided_by, m.decision, m.reason_code, m.reason""";

  private static final String MINE = "(:nation or m.wilaya_code = any(cast(:wilayas as text[])))";

  private final JdbcClient db;

  MatterTable(JdbcClient db) {
    this.db = db;
  }

  MatterId open(String kind, long subjectId, @Nullable WilayaCode wilaya, String summary, Instant now, Instant due) {
    return new MatterId(db.sql("""
        insert into supervision.matter (kind, subject_id, wilaya_code, summary, opened_at, due_at)
        values (:kind, :subject, :wilaya, :summary, :now, :due)
        on conflict (kind, subject_id) where decided_at is null
        do update set wilaya_code = excluded.wilaya_code, summary = excluded.summary, due_at = least(matter.due_at, excluded.due_at)
        returning id
        """)
        .param("kind", kind).param("subject", subjectId).param("wilaya", wilaya == null ? null : wilaya.value())
        .param("summary", summary).param("now", at(now)).param("due", at(due))
        .query(Long.class).single());
  }

  void openAll(String kind, List<Matters.Asked> asked, Instant now, Instant due) {
    db.sql("""
        insert into supervision.matter (kind, subject_id, wilaya_code, summary, opened_at, due_at)
        select :kind, a.subject, a.wilaya, a.summary, :now, :due
        from unnest(cast(:subjects as bigint[]), cast(:wilayas as text[]), cast(:summaries as text[])) as a (subject, wilaya, summary)
        on conflict (kind, subject_id) where decided_at is null do nothing
        """)
        .param("kind", kind).param("now", at(now)).param("due", at(due)).param("subjects", asked.stream().map(Matters.Asked::subjectId).toArray(Long[]::new))
        .param("wilayas", asked.stream().map(one -> one.wilaya() instanceof WilayaCode code ? code.value() : null).toArray(String[]::new))
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

  void claim(MatterId id, AccountId supervisor) {
    db.sql("update supervision.matter set claimed_by = :by where id = :id and decided_at is null")
        .param("by", supervisor.value()).param("id", id.value()).update();
  }

  boolean release(MatterId id, AccountId supervisor) {
    return db.sql("update supervision.matter set claimed_by = null where id = :id and claimed_by = :by and decided_at is null")
        .param("by", supervisor.value()).param("id", id.value()).update() == 1;
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

  Slice<Matter> page(Territory territory, AccountId supervisor, MatterFilter filter, Instant now, int page) {
    String where = MINE + """
         and (m.decided_at is not null) = :decided
        and (cast(:kind as text) is null or m.kind = :kind)
        and (cast(:wilaya as text) is null or m.wilaya_code = :wilaya)
        and (not :overdue or m.due_at < :now)
        and (not :mine or m.claimed_by = :me)
        """;
    Map<String, Object> values = scope(territory, now);
    values.put("decided", filter.decided());
    values.put("kind", filter.kind());
    WilayaCode wilaya = filter.wilaya();
    values.put("wilaya", wilaya == null ? null : wilaya.value());
    values.put("overdue", filter.overdue());
    values.put("mine", filter.mine());
    values.put("me", supervisor.value());
    long total = db.sql("select count(*) from supervision.matter m where " + where).params(values).query(Long.class).single();
    List<Matter> rows = db.sql("select " + COLUMNS + " from supervision.matter m where " + where
            + (filter.decided() ? " order by m.decided_at desc, m.id desc" : " order by m.due_at, m.id") + " limit :size offset :skip")
        .params(values).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(MatterTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  Matters.Load load(Territory territory, Instant now) {
    return db.sql("select count(*), count(*) filter (where m.due_at < :now) from supervision.matter m where m.decided_at is null and " + MINE)
        .params(scope(territory, now)).query((row, number) -> new Matters.Load(row.getLong(1), row.getLong(2))).single();
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

  private static Map<String, Object> scope(Territory territory, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("nation", territory.nation());
    values.put("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new));
    values.put("now", at(now));
    return values;
  }

  private static Matter read(ResultSet row, int number) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    long claimed = row.getLong("claimed_by");
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    Matter.Verdict verdict = decided == null ? null : new Matter.Verdict(row.getString("decision"), row.getString("reason_code"),
        row.getString("reason"), new AccountId(row.getLong("decided_by")), decided.toInstant());
    return new Matter(new MatterId(row.getLong("id")), row.getString("kind"), row.getLong("subject_id"),
        wilaya == null ? null : new WilayaCode(wilaya), row.getString("summary"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getObject("due_at", OffsetDateTime.class).toInstant(),
        claimed == 0 ? null : new AccountId(claimed), verdict);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atZone(Words.ZONE).toOffsetDateTime();
  }
}
