package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of registrations. */
@Repository
class RegistrationTable {

  /** One registration as it stands. */
  record Row(RegistrationId id, SessionId session, TrainingId training, AccountId volunteer, String state, String digits, @Nullable Instant offerEnds,
      @Nullable Instant cameAt) {

    boolean is(String other) {
      return state.equals(other);
    }

    boolean living() {
      return is("registered") || is("waiting") || is("offered");
    }

    boolean holdsPlace() {
      return is("registered") || is("offered");
    }
  }

  static final String LIVING = "state in ('registered', 'waiting', 'offered')";

  private static final String SELECT = """
      select id, session_id, training_id, volunteer_id, state, digits, offer_ends, came_at from trainings.registration
      """;

  private final JdbcClient db;

  RegistrationTable(JdbcClient db) {
    this.db = db;
  }

  /** One person's deeds come one after the other. */
  void lockVolunteer(AccountId volunteer) {
    db.sql("select 1 from volunteers.volunteer where account_id = :id for no key update").param("id", volunteer.value()).query(Integer.class).list();
  }

  Optional<Row> find(RegistrationId id) {
    return db.sql(SELECT + "where id = :id").param("id", id.value()).query(RegistrationTable::read).optional();
  }

  Row lock(RegistrationId id) {
    return db.sql(SELECT + "where id = :id for no key update").param("id", id.value()).query(RegistrationTable::read).single();
  }

  Optional<Row> living(AccountId volunteer, TrainingId training) {
    return db.sql(SELECT + "where training_id = :training and volunteer_id = :volunteer and " + LIVING).param("training", training.value())
        .param("volunteer", volunteer.value()).query(RegistrationTable::read).optional();
  }

  /** Everything that one person is in, in the order in which all lock sessions. */
  List<Row> livingOf(AccountId volunteer) {
    return db.sql(SELECT + "where volunteer_id = :volunteer and " + LIVING + " order by session_id").param("volunteer", volunteer.value())
        .query(RegistrationTable::read).list();
  }

  List<Row> livingOf(SessionId session) {
    return db.sql(SELECT + "where session_id = :session and " + LIVING + " order by id").param("session", session.value())
        .query(RegistrationTable::read).list();
  }

  /** The newest one of a person in a session, whatever became of it. */
  Optional<Row> newest(SessionId session, AccountId volunteer) {
    return db.sql(SELECT + "where session_id = :session and volunteer_id = :volunteer order by id desc limit 1").param("session", session.value())
        .param("volunteer", volunteer.value()).query(RegistrationTable::read).optional();
  }

  Optional<Row> byDigits(SessionId session, String digits) {
    return db.sql(SELECT + "where session_id = :session and digits = :digits").param("session", session.value()).param("digits", digits)
        .query(RegistrationTable::read).optional();
  }

  /** The session must be locked, so that no two people are given the same six digits. */
  RegistrationId insert(SessionId session, TrainingId training, AccountId volunteer, String state) {
    return new RegistrationId(db.sql("""
        insert into trainings.registration (session_id, training_id, volunteer_id, state, digits)
        select :session, :training, :volunteer, :state, drawn.digits
        from (select lpad((random() * 999999)::int::text, 6, '0') as digits from generate_series(1, 400)) drawn
        where not exists (select from trainings.registration r where r.session_id = :session and r.digits = drawn.digits)
        limit 1
        returning id
        """).param("session", session.value()).param("training", training.value()).param("volunteer", volunteer.value()).param("state", state)
        .query(Long.class).single());
  }

  boolean someoneWaits(SessionId session) {
    return db.sql("select exists (select from trainings.registration where session_id = :session and state = 'waiting')")
        .param("session", session.value()).query(Boolean.class).single();
  }

  /** From 1, in order of arrival: ids are given under the session's lock. */
  int position(RegistrationId id, SessionId session) {
    return db.sql("select count(*) from trainings.registration where session_id = :session and state = 'waiting' and id <= :id")
        .param("session", session.value()).param("id", id.value()).query(Integer.class).single();
  }

  Optional<Row> nextWaiting(SessionId session) {
    return db.sql(SELECT + "where session_id = :session and state = 'waiting' order by id limit 1 for no key update").param("session", session.value())
        .query(RegistrationTable::read).optional();
  }

  void move(RegistrationId id, String state) {
    db.sql("update trainings.registration set state = :state, state_since = clock_timestamp() where id = :id").param("id", id.value())
        .param("state", state).update();
  }

  void offer(RegistrationId id, Instant ends) {
    db.sql("update trainings.registration set state = 'offered', offer_ends = :ends, state_since = clock_timestamp() where id = :id")
        .param("id", id.value()).param("ends", Sql.at(ends)).update();
  }

  void came(RegistrationId id, @Nullable Instant at, @Nullable String via) {
    db.sql("update trainings.registration set came_at = :at, came_via = :via where id = :id").param("id", id.value()).param("at", Sql.at(at))
        .param("via", via).update();
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    return new Row(new RegistrationId(row.getLong("id")), new SessionId(row.getLong("session_id")), new TrainingId(row.getLong("training_id")),
        new AccountId(row.getLong("volunteer_id")), row.getString("state"), row.getString("digits"), Sql.instant(row, "offer_ends"),
        Sql.instant(row, "came_at"));
  }
}
