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
            .shows("purpose", "guardian_name", "guardian_contact", "asked_at", "given_at", "withdrawn_at").gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("guardian-asked", 90, 7, 365, this::guardians));
  }

  private int guardians(Instant before) {
    return db.sql("""
        delete from volunteers.guardian_consent
        where id in (select id from volunteers.guardian_consent where given_at is null and asked_at < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
