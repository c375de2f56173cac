package dz.linatatawwa.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Walks over everybody: how far they are. */
@Repository
class WalkTable {

  private static final String COLUMNS = "id, trial_of, quiet, started_at, total, reached, looked, given, taken, finished_at";

  private final JdbcClient db;

  WalkTable(JdbcClient db) {
    this.db = db;
  }

  /** Begins anew; a walk of the same kind that is under way has nothing left to do. */
  long begin(@Nullable Long trialOf, boolean quiet, @Nullable Long by) {
    db.sql("update recognition.walk set finished_at = clock_timestamp(), superseded = true where finished_at is null and trial_of is not distinct from :trial")
        .param("trial", trialOf).update();
    return db.sql("""
        insert into recognition.walk (trial_of, quiet, started_by, total)
        select :trial, :quiet, :by, count(*) from volunteers.volunteer returning id""").param("trial", trialOf).param("quiet", quiet).param("by", by)
        .query((row, i) -> row.getLong(1)).single();
  }

  /** The oldest that is under way and that nobody else is working on, for this transaction. */
  Optional<Walk> next() {
    return db.sql("select " + COLUMNS + " from recognition.walk where finished_at is null order by id limit 1 for update skip locked")
        .query((row, i) -> walk(row)).optional();
  }

  List<Long> people(long after, int atMost) {
    return db.sql("select account_id from volunteers.volunteer where account_id > :after order by account_id limit :most").param("after", after)
        .param("most", atMost).query((row, i) -> row.getLong(1)).list();
  }

  void advance(Walk walk, long reached, int looked, Judging.Result result, boolean finished) {
    db.sql("""
        update recognition.walk set reached = :reached, looked = looked + :looked, given = given + :given, taken = taken + :taken,
          finished_at = case when :finished then clock_timestamp() end where id = :id""")
        .param("reached", reached).param("looked", looked).param("given", result.given()).param("taken", result.taken()).param("finished", finished)
        .param("id", walk.id()).update();
  }

  Optional<Walk> find(long id) {
    return db.sql("select " + COLUMNS + " from recognition.walk where id = :id").param("id", id).query((row, i) -> walk(row)).optional();
  }

  /** The newest trial of the draft as it stands; of an older draft there is none. */
  Optional<Walk> trial(long badge) {
    return db.sql("select " + COLUMNS + " from recognition.walk w where trial_of = :badge and not superseded and started_at >= "
        + "(select changed_at from recognition.version where definition_id = :badge and published_at is null) order by id desc limit 1")
        .param("badge", badge).query((row, i) -> walk(row)).optional();
  }

  /** The newest walk for good. */
  Optional<Walk> latest() {
    return db.sql("select " + COLUMNS + " from recognition.walk where trial_of is null and not superseded order by id desc limit 1").query((row, i) -> walk(row)).optional();
  }

  private static Walk walk(ResultSet row) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    long trial = row.getLong("trial_of");
    return new Walk(row.getLong("id"), trial == 0 ? null : trial, row.getBoolean("quiet"), row.getTimestamp("started_at").toInstant(), row.getLong("total"),
        row.getLong("reached"), row.getLong("looked"), row.getLong("given"), row.getLong("taken"), finished == null ? null : finished.toInstant());
  }
}
