package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a host has to do now: sessions of today, and those that are over and wait to be closed. */
@Repository
public class SessionsAhead {

  private static final int SHOWN = 10;

  private final JdbcClient db;
  private final Clock clock;

  SessionsAhead(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** A session that asks for somebody.
   *  @param over it has ended and waits to be closed */
  public record Due(TrainingId training, SessionId session, LocalName name, Instant startsAt, Instant endsAt, int taken, boolean over) {

    /** Its door, below the host's desk for trainings. */
    public String door() {
      return "/" + training + "/sessions/" + session + "/door";
    }
  }

  /** The oldest ten. */
  public List<Due> of(Host host) {
    Instant now = clock.instant();
    Instant midnight = LocalDate.ofInstant(now, Words.ZONE).plusDays(1).atStartOfDay(Words.ZONE).toInstant();
    return db.sql("""
        select t.id, s.id as session_id, t.name_ar, t.name_fr, t.name_en, s.starts_at, s.ends_at, s.taken
        from trainings.training t join trainings.session s on s.training_id = t.id
        where %s and t.state in ('open', 'closed') and s.state = 'open' and s.starts_at < :midnight
        order by s.starts_at, s.id limit :most
        """.formatted(TrainingTable.owner(host))).param("host", TrainingTable.number(host)).param("midnight", Sql.at(midnight)).param("most", SHOWN)
        .query((row, number) -> new Due(new TrainingId(row.getLong("id")), new SessionId(row.getLong("session_id")),
            new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")), Sql.known(row, "starts_at"),
            Sql.known(row, "ends_at"), row.getInt("taken"), !Sql.known(row, "ends_at").isAfter(now))).list();
  }
}
