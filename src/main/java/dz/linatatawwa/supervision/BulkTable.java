package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of decisions on many matters. */
@Repository
class BulkTable {

  private final JdbcClient db;

  BulkTable(JdbcClient db) {
    this.db = db;
  }

  long add(String kind, Decision decision, List<Long> matters, AccountId by, Instant now) {
    long id = db.sql("""
        insert into supervision.bulk (kind, decision, reason_code, reason, made_by, made_at) values (:kind, :decision, :code, :reason, :by, :now) returning id
        """).param("kind", kind).param("decision", decision.decision()).param("code", decision.reasonCode()).param("reason", decision.reason())
        .param("by", by.value()).param("now", at(now)).query(Long.class).single();
    db.sql("""
        insert into supervision.bulk_part (bulk_id, matter_id, place)
        select :bulk, m.id, m.place from unnest(cast(:matters as bigint[])) with ordinality as m (id, place)
        """).param("bulk", id).param("matters", matters.toArray(Long[]::new)).update();
    return id;
  }

  Optional<Bulk> find(long id) {
    List<Bulk.Part> parts = db.sql("""
        select p.matter_id, m.summary, p.answer, p.undone_at, p.stays
        from supervision.bulk_part p join supervision.matter m on m.id = p.matter_id
        where p.bulk_id = :id order by p.place
        """).param("id", id).query(BulkTable::part).list();
    return db.sql("select id, kind, decision, reason_code, reason, made_by, made_at, undone_at from supervision.bulk where id = :id").param("id", id)
        .query((row, number) -> new Bulk(row.getLong("id"), row.getString("kind"), new Decision(row.getString("decision"), row.getString("reason_code"), row.getString("reason")),
            new AccountId(row.getLong("made_by")), row.getObject("made_at", OffsetDateTime.class).toInstant(), moment(row, "undone_at"), parts)).optional();
  }

  /** The newest of somebody, their parts left out; at most 20. */
  List<Bulk> newest(AccountId by) {
    return db.sql("select id, kind, decision, reason_code, reason, made_by, made_at, undone_at from supervision.bulk where made_by = :by order by made_at desc limit 20")
        .param("by", by.value())
        .query((row, number) -> new Bulk(row.getLong("id"), row.getString("kind"), new Decision(row.getString("decision"), row.getString("reason_code"), row.getString("reason")),
            new AccountId(row.getLong("made_by")), row.getObject("made_at", OffsetDateTime.class).toInstant(), moment(row, "undone_at"), List.of())).list();
  }

  /** Waits for whoever works on this part. @return whether its answer is the one expected */
  boolean lock(long bulk, MatterId matter, Bulk.Answer expected) {
    return db.sql("select answer = :expected and undone_at is null and stays is null from supervision.bulk_part where bulk_id = :bulk and matter_id = :matter for update")
        .param("expected", expected.code()).param("bulk", bulk).param("matter", matter.value()).query(Boolean.class).single();
  }

  void answer(long bulk, MatterId matter, Bulk.Answer answer) {
    db.sql("update supervision.bulk_part set answer = :answer where bulk_id = :bulk and matter_id = :matter").param("answer", answer.code())
        .param("bulk", bulk).param("matter", matter.value()).update();
  }

  void undone(long bulk, MatterId matter, @Nullable String stays, Instant now) {
    db.sql("update supervision.bulk_part set undone_at = case when cast(:stays as text) is null then cast(:now as timestamptz) end, stays = :stays where bulk_id = :bulk and matter_id = :matter")
        .param("stays", stays).param("now", at(now)).param("bulk", bulk).param("matter", matter.value()).update();
  }

  void undone(long bulk, Instant now) {
    db.sql("update supervision.bulk set undone_at = coalesce(undone_at, :now) where id = :bulk").param("now", at(now)).param("bulk", bulk).update();
  }

  private static Bulk.Part part(ResultSet row, int number) throws SQLException {
    return new Bulk.Part(new MatterId(row.getLong("matter_id")), row.getString("summary"), Bulk.Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
        row.getObject("undone_at") != null, row.getString("stays"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
