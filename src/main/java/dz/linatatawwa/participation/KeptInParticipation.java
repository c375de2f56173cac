package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInParticipation implements KeptOfPerson {

  private final JdbcClient db;

  KeptInParticipation(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("participation.application", Purpose.PLACES).person("volunteer_id").staff("decided_by", "companion_id")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "(select s.starts_at from opportunities.shift s where s.id = t.shift_id) as starts_at", "state", "applied_at", "note", "reason_code", "reason_words", "coming", "coming_at")
            .codes("state", "reason_code").empties("note", "reason_words"),
        Kept.of("participation.invitation", Purpose.PLACES).person("volunteer_id").staff("invited_by")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "invited_at")
            .gone(),
        Kept.of("participation.party", Purpose.PLACES).person("made_by").shows("name", "made_at").codes("kind").empties("name = '—'"),
        Kept.of("participation.named_person", Purpose.PLACES)
            .whose("t.application_id = any(array(select a.id from participation.application a where a.volunteer_id = :person)) or t.taken_over_by = :person", "taken_over_by")
            .shows("name", "birth_year", "relation", "agreed_at").codes("relation").empties("name"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("application-words", 365, 30, 1825, this::words),
        Retention.of("invitations-to-shifts", 365, 30, 1825, this::invitations),
        Retention.of("named-people", 90, 7, 1825, this::named));
  }

  private int words(Instant before) {
    return db.sql("""
        update participation.application set note = null, reason_words = null
        where id in (select id from participation.application where applied_at < :before and (note is not null or reason_words is not null) limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }

  /** Names of people without an account go some weeks after the shift to which they were to come. */
  private int named(Instant before) {
    return db.sql("""
        update participation.named_person set name = null
        where id in (select n.id from participation.named_person n join participation.application a on a.id = n.application_id join opportunities.shift s on s.id = a.shift_id
                     where n.name is not null and s.ends_at < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }

  private int invitations(Instant before) {
    return db.sql("""
        delete from participation.invitation
        where (shift_id, volunteer_id) in (select shift_id, volunteer_id from participation.invitation where invited_at < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
