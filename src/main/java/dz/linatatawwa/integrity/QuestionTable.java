package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of questions. */
@Repository
class QuestionTable {

  private static final String COLUMNS = "select id, doubt_id, side, asked_of, words, asked_by, asked_at, answer, answered_by, answered_at from integrity.question";

  private final JdbcClient db;

  QuestionTable(JdbcClient db) {
    this.db = db;
  }

  long ask(long doubt, String side, long of, String words, AccountId by) {
    return db.sql("""
        insert into integrity.question (doubt_id, side, asked_of, words, asked_by) values (:doubt, :side, :of, :words, :by) returning id""")
        .param("doubt", doubt).param("side", side).param("of", of).param("words", words).param("by", by.value()).query(Long.class).single();
  }

  /** @return false when somebody of the same side was faster */
  boolean answer(long id, String answer, AccountId by, Instant now) {
    return db.sql("update integrity.question set answer = :answer, answered_by = :by, answered_at = :now where id = :id and answer is null")
        .param("answer", answer).param("by", by.value()).param("now", java.sql.Timestamp.from(now)).param("id", id).update() == 1;
  }

  Optional<Question> find(long id) {
    return db.sql(COLUMNS + " where id = :id").param("id", id).query(QuestionTable::question).optional();
  }

  List<Question> of(long doubt) {
    return db.sql(COLUMNS + " where doubt_id = :doubt order by asked_at desc").param("doubt", doubt).query(QuestionTable::question).list();
  }

  private static Question question(ResultSet row, int number) throws SQLException {
    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    Long by = row.getObject("answered_by", Long.class);
    return new Question(row.getLong("id"), row.getLong("doubt_id"), row.getString("side"), row.getLong("asked_of"), row.getString("words"),
        new AccountId(row.getLong("asked_by")), row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("answer"),
        by == null ? null : new AccountId(by), answered == null ? null : answered.toInstant());
  }
}
