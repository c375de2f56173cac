package dz.linatatawwa.volunteers;

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
class KeptInVolunteers implements KeptOfPerson {

  private final JdbcClient db;

  KeptInVolunteers(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("volunteers.volunteer", Purpose.PROFILE).person("account_id")
            .shows("code", "birth_year", "audience", "wilaya_code", "commune_code", "about", "languages", "skills", "fields", "availability", "sex", "education", "joined_at")
            .codes("code").empties("about", "audience", "languages", "skills", "fields", "availability", "sex", "education"),
        Kept.of("volunteers.guardian_consent", Purpose.MINORS).person("volunteer_id")
            .shows("purpose", "guardian_name", "guardian_contact", "version", "way", "given_at", "withdrawn_at", "withdrawn_by").codes("purpose", "way", "withdrawn_by").gone(),
        Kept.of("volunteers.guardian", Purpose.MINORS).person("volunteer_id").staff("named_by")
            .shows("name", "contact", "named_at", "stopped_at", "ended_at").gone(),
        Kept.of("volunteers.guardian_ask", Purpose.MINORS).person("volunteer_id").shows("contact", "asked_at").gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("guardian-asked", 90, 7, 365, this::guardians));
  }

  /** Links that were sent, and guardians who never answered. */
  private int guardians(Instant before) {
    int silent = db.sql("""
        delete from volunteers.guardian
        where id in (select g.id from volunteers.guardian g
                     where g.named_at < :before and g.stopped_at is null and (g.link_ends_at is null or g.link_ends_at < now())
                       and not exists (select from volunteers.guardian_consent c where c.guardian_id = g.id) limit 1000)
        """).param("before", Timestamp.from(before)).update();
    return silent + db.sql("""
        delete from volunteers.guardian_ask where id in (select id from volunteers.guardian_ask where asked_at < :before order by asked_at limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
