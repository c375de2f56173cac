package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of recourses. */
@Repository
class RecourseTable {

  private static final String SELECT = """
      select id, ruling_kind, ruling_id, ruled_at, ruled_by, title, asked_by, asked_at, words, outcome, reason_code, answer, settled_by, settled_at
      from reports.recourse
      """;

  private final JdbcClient db;

  RecourseTable(JdbcClient db) {
    this.db = db;
  }

  /** @return nothing when this decision was contested already */
  Optional<Long> insert(Ruling ruling, AccountId by, String words, Instant now) {
    return db.sql("""
        insert into reports.recourse (ruling_kind, ruling_id, ruled_at, ruled_by, title, asked_by, asked_at, words)
        values (:kind, :ruling, :ruledAt, :ruledBy, :title, :by, :now, :words)
        on conflict (ruling_kind, ruling_id, ruled_at) do nothing
        returning id
        """).param("kind", ruling.kind()).param("ruling", ruling.id()).param("ruledAt", ConcernTable.at(ruling.at())).param("ruledBy", ruling.by().value())
        .param("title", ruling.title()).param("by", by.value()).param("now", ConcernTable.at(now)).param("words", words).query(Long.class).optional();
  }

  Optional<Recourse> find(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query((row, n) -> read(row)).optional();
  }

  /** The recourse against exactly this decision. */
  Optional<Recourse> against(Ruling ruling) {
    return db.sql(SELECT + "where ruling_kind = :kind and ruling_id = :ruling and ruled_at = :at").param("kind", ruling.kind()).param("ruling", ruling.id())
        .param("at", ConcernTable.at(ruling.at())).query((row, n) -> read(row)).optional();
  }

  /** The last recourse about a number, whatever became of the decision. */
  Optional<Recourse> last(String kind, long ruling) {
    return db.sql(SELECT + "where ruling_kind = :kind and ruling_id = :ruling order by ruled_at desc limit 1").param("kind", kind).param("ruling", ruling)
        .query((row, n) -> read(row)).optional();
  }

  void settle(long id, MatterDecided decided, boolean undone, Instant now) {
    db.sql("""
        update reports.recourse
        set outcome = :outcome, reason_code = :code, answer = :answer, settled_by = :by, settled_at = :now, undone = :undone
        where id = :id and outcome is null
        """).param("outcome", decided.decision()).param("code", decided.reasonCode()).param("answer", decided.reason()).param("by", decided.by().value())
        .param("now", ConcernTable.at(now)).param("undone", undone).param("id", id).update();
  }

  private static Recourse read(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    String answer = row.getString("answer");
    Recourse.Settled settled = outcome == null ? null : new Recourse.Settled(outcome.equals("reversed"), row.getString("reason_code"), answer == null ? "" : answer,
        new AccountId(row.getLong("settled_by")), row.getObject("settled_at", OffsetDateTime.class).toInstant());
    return new Recourse(row.getLong("id"), row.getString("ruling_kind"), row.getLong("ruling_id"), row.getObject("ruled_at", OffsetDateTime.class).toInstant(),
        new AccountId(row.getLong("ruled_by")), row.getString("title"), new AccountId(row.getLong("asked_by")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("words"), settled);
  }
}
