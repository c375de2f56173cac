package dz.linatatawwa.trainings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sessions. Locks are always taken in one order: the volunteer, the session, the registration. */
@Repository
class TrainingSessionTable {

  private static final String SELECT = """
      select id, training_id, starts_at, ends_at, remote, wilaya_code, commune_code, address, link, trainer, capacity, taken, state, cancel_reason
      from trainings.session
      """;

  private final JdbcClient db;

  TrainingSessionTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Session> find(SessionId id) {
    return db.sql(SELECT + "where id = :id").param("id", id.value()).query(TrainingSessionTable::read).optional();
  }

  /** The session as it stands now, held until the transaction ends. */
  Session lock(SessionId id) {
    return db.sql(SELECT + "where id = :id for no key update").param("id", id.value()).query(TrainingSessionTable::read).single();
  }

  /** The newest hundred of a training, the last to begin first. */
  List<Session> of(TrainingId training) {
    return db.sql(SELECT + "where training_id = :training order by starts_at desc, id desc limit 100").param("training", training.value())
        .query(TrainingSessionTable::read).list();
  }

  /** Those that have not begun, the next first. */
  List<Session> coming(TrainingId training, Instant now, int most) {
    return db.sql(SELECT + "where training_id = :training and state = 'open' and starts_at > :now order by starts_at, id limit :most")
        .param("training", training.value()).param("now", Sql.at(now)).param("most", most).query(TrainingSessionTable::read).list();
  }

  SessionId insert(TrainingId training, SessionForm.Plan plan, @Nullable Long agreement) {
    return new SessionId(plan(db.sql("""
        insert into trainings.session (training_id, agreement_id, starts_at, ends_at, remote, wilaya_code, commune_code, address, link, trainer, capacity)
        values (:training, :agreement, :starts, :ends, :remote, :wilaya, :commune, :address, :link, :trainer, :capacity)
        returning id
        """), plan).param("training", training.value()).param("agreement", agreement).query(Long.class).single());
  }

  void update(SessionId id, SessionForm.Plan plan) {
    plan(db.sql("""
        update trainings.session
        set starts_at = :starts, ends_at = :ends, remote = :remote, wilaya_code = :wilaya, commune_code = :commune, address = :address, link = :link,
            trainer = :trainer, capacity = :capacity
        where id = :id
        """), plan).param("id", id.value()).update();
  }

  void cancel(SessionId id, String reason) {
    db.sql("update trainings.session set state = 'cancelled', cancel_reason = :reason where id = :id and state = 'open'").param("id", id.value())
        .param("reason", reason).update();
  }

  void hold(SessionId id, long by, Instant now) {
    db.sql("update trainings.session set state = 'held', closed_at = :now, closed_by = :by where id = :id").param("id", id.value()).param("by", by)
        .param("now", Sql.at(now)).update();
  }

  /** Takes a place; the session is locked.
   *  @return false when none is left */
  boolean take(SessionId id) {
    return db.sql("update trainings.session set taken = taken + 1 where id = :id and taken < capacity").param("id", id.value()).update() == 1;
  }

  void giveBack(SessionId id) {
    int given = db.sql("update trainings.session set taken = taken - 1 where id = :id and taken > 0").param("id", id.value()).update();
    if (given != 1) throw new IllegalStateException("no place is taken in session " + id);
  }

  /** Under one agreement sessions are made one after the other, so that together they never pass its quota. */
  void lockAgreement(long agreement) {
    db.sql("select pg_advisory_xact_lock(hashtext('trainings.agreement'), :agreement)").param("agreement", Long.hashCode(agreement))
        .query((row, number) -> true).list();
  }

  /** How many places an agreement gives already, without this session. */
  int promised(long agreement, @Nullable SessionId without) {
    return db.sql("select coalesce(sum(capacity), 0)::int from trainings.session where agreement_id = :agreement and state <> 'cancelled' and id <> :without")
        .param("agreement", agreement).param("without", without == null ? 0 : without.value()).query(Integer.class).single();
  }

  /** The agreement whose places a partner may give on a day. */
  Optional<Promised> agreement(long partner, LocalDate day) {
    return db.sql("""
        select agreement_id, quota from partnerships.active_agreement
        where partner_id = :partner and promise = 'training-places' and :day between from_day and to_day
        order by to_day desc, agreement_id limit 1
        """).param("partner", partner).param("day", day).query(Promised.class).optional();
  }

  /** @param quota how many places in all; null: without a bound */
  record Promised(long agreementId, @Nullable Integer quota) {}

  private static JdbcClient.StatementSpec plan(JdbcClient.StatementSpec statement, SessionForm.Plan plan) {
    return statement.param("starts", Sql.at(plan.startsAt())).param("ends", Sql.at(plan.endsAt())).param("remote", plan.remote())
        .param("wilaya", plan.wilaya()).param("commune", plan.commune()).param("address", plan.address()).param("link", plan.link())
        .param("trainer", plan.trainer()).param("capacity", plan.capacity());
  }

  private static Session read(ResultSet row, int number) throws SQLException {
    return new Session(new SessionId(row.getLong("id")), new TrainingId(row.getLong("training_id")), Sql.known(row, "starts_at"),
        Sql.known(row, "ends_at"), row.getBoolean("remote"), row.getString("wilaya_code"), row.getString("commune_code"), row.getString("address"),
        row.getString("link"), row.getString("trainer"), row.getInt("capacity"), row.getInt("taken"), row.getString("state"),
        row.getString("cancel_reason"));
  }
}
