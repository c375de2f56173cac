package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's own sessions for their calendar, and when sessions last changed. */
@Repository
public class OwnSessions {

  private final JdbcClient db;

  OwnSessions(JdbcClient db) {
    this.db = db;
  }

  /** Those that begin within a span, by their beginning; what was given back or called off as long as it may still stand in a calendar.
   *  @param given back, after this moment
   *  @param most  the first so many */
  public List<OwnSession> between(AccountId person, Instant from, Instant to, Instant given, int most) {
    return db.sql("""
        select id, state, training_id, starts_at, ends_at, off, remote, wilaya_code, commune_code, address, link, name_ar, name_fr, name_en, host_ar, host_fr, changed_at
        from trainings.own_session
        where volunteer_id = :person and starts_at >= :from and starts_at < :to
          and (state in ('registered', 'waiting', 'offered', 'attended', 'absent') or state_since > :given)
        order by starts_at, id limit :most
        """).param("person", person.value()).param("from", Sql.at(from)).param("to", Sql.at(to)).param("given", Sql.at(given)).param("most", most).query(OwnSessions::read).list();
  }

  /** When each session of a training last changed. */
  public Map<SessionId, Instant> changed(TrainingId training) {
    Map<SessionId, Instant> changed = new HashMap<>();
    db.sql("select id, changed_at from trainings.session where training_id = :training").param("training", training.value())
        .query(row -> { changed.put(new SessionId(row.getLong("id")), row.getTimestamp("changed_at").toInstant()); });
    return changed;
  }

  private static OwnSession read(ResultSet row, int number) throws SQLException {
    return new OwnSession(new RegistrationId(row.getLong("id")), row.getString("state"), new TrainingId(row.getLong("training_id")), Sql.known(row, "starts_at"),
        Sql.known(row, "ends_at"), row.getBoolean("off"), row.getBoolean("remote"), row.getString("wilaya_code"), row.getString("commune_code"), row.getString("address"),
        row.getString("link"), new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
        new LocalName(row.getString("host_ar"), row.getString("host_fr"), null), Sql.known(row, "changed_at"));
  }
}
