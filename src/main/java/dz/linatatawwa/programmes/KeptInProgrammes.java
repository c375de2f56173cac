package dz.linatatawwa.programmes;

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
class KeptInProgrammes implements KeptOfPerson {

  private final JdbcClient db;

  KeptInProgrammes(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("programmes.programme", Purpose.PROGRAMMES).staff("made_by").names("name_ar", "name_fr"),
        Kept.of("programmes.cohort", Purpose.PROGRAMMES).names("name"),
        Kept.of("programmes.transcript", Purpose.PROGRAMMES).staff("made_by"),
        Kept.of("programmes.membership", Purpose.PROGRAMMES).person("volunteer_id")
            .shows("(select p.name_ar from programmes.programme p where p.id = t.programme_id) as programme", "reference", "joined_at", "left_at").codes("left_by")
            .empties("reference"),
        Kept.of("programmes.consent", Purpose.PROGRAMMES).whose("t.membership_id in (select m.id from programmes.membership m where m.volunteer_id = :person)")
            .shows("wording", "shows_name", "shows_minutes", "given_at", "withdrawn_at").names("shows_name"),
        Kept.of("programmes.correction", Purpose.PROGRAMMES).whose("t.membership_id in (select m.id from programmes.membership m where m.volunteer_id = :person)")
            .staff("opened_by", "answered_by").shows("kind", "words", "proposed", "opened_at", "answer", "answer_words").codes("side", "kind", "answer")
            .empties("words = '—————'", "proposed", "answer_words"),
        Kept.of("programmes.invitation", Purpose.PROGRAMMES).whose("t.account_id = :person or t.contact in (:email, :phone)", "account_id", "contact")
            .shows("contact", "reference", "invited_at", "answered_at").gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("programme-invitations", 365, 30, 730, this::invitations));
  }

  private int invitations(Instant before) {
    return db.sql("""
        delete from programmes.invitation
        where id in (select id from programmes.invitation where coalesce(answered_at, invited_at) < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
