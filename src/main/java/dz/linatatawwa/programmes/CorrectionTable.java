package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of corrections. */
@Component
class CorrectionTable {

  private static final String SELECT = """
      select c.id, c.membership_id, m.programme_id, m.volunteer_id, c.side, c.kind, c.words, c.proposed, c.opened_at, c.due_at, c.answer, c.answer_words
      from programmes.correction c
      join programmes.membership m on m.id = c.membership_id
      """;

  private final JdbcClient db;

  CorrectionTable(JdbcClient db) {
    this.db = db;
  }

  /** @return false when one of this side waits already */
  boolean open(long membership, String side, Correction.Kind kind, String words, @Nullable String proposed, AccountId by, Instant now, Instant due) {
    return db.sql("""
        insert into programmes.correction (membership_id, side, kind, words, proposed, opened_at, opened_by, due_at)
        values (:membership, :side, :kind, :words, :proposed, :now, :by, :due)
        on conflict (membership_id, side) where answered_at is null do nothing
        """).param("membership", membership).param("side", side).param("kind", kind.code()).param("words", words).param("proposed", proposed)
        .param("now", ProgrammeTable.at(now)).param("by", by.value()).param("due", ProgrammeTable.at(due)).update() == 1;
  }

  Optional<Correction> find(long id) {
    return db.sql(SELECT + "where c.id = :id").param("id", id).query(CorrectionTable::read).optional();
  }

  /** Of one person, the newest first. */
  List<Correction> of(AccountId volunteer) {
    return db.sql(SELECT + "where m.volunteer_id = :volunteer order by c.id desc limit 50").param("volunteer", volunteer.value()).query(CorrectionTable::read).list();
  }

  /** Of members who are in the programme, those that wait first. */
  List<Correction> of(ProgrammeId programme) {
    return db.sql(SELECT + "where m.programme_id = :id and (c.answered_at is null and m.left_at is null or c.side = 'institution') order by c.answered_at is not null, c.due_at, c.id limit 50")
        .param("id", programme.value()).query(CorrectionTable::read).list();
  }

  /** @return false when it was answered before */
  boolean answer(long id, boolean accepted, @Nullable String words, AccountId by, Instant now) {
    return db.sql("""
        update programmes.correction
        set answered_at = :now, answered_by = :by, answer = :answer, answer_words = :words
        where id = :id and answered_at is null
        """).param("now", ProgrammeTable.at(now)).param("by", by.value()).param("answer", accepted ? "accepted" : "refused").param("words", words)
        .param("id", id).update() == 1;
  }

  /** Those whose clock has run out, each given once. */
  List<Long> overdue(Instant now) {
    return db.sql("""
        update programmes.correction set reminded_at = :now
        where answered_at is null and reminded_at is null and due_at <= :now
        returning id
        """).param("now", ProgrammeTable.at(now)).query((row, number) -> row.getLong("id")).list();
  }

  private static Correction read(ResultSet row, int number) throws SQLException {
    return new Correction(row.getLong("id"), row.getLong("membership_id"), new ProgrammeId(row.getLong("programme_id")), new AccountId(row.getLong("volunteer_id")),
        row.getString("side"), Correction.Kind.of(row.getString("kind")).orElseThrow(), row.getString("words"), row.getString("proposed"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("answer"),
        row.getString("answer_words"));
  }
}
