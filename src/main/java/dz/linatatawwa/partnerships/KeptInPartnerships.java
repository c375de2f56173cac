package dz.linatatawwa.partnerships;

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
class KeptInPartnerships implements KeptOfPerson {

  private final JdbcClient db;

  KeptInPartnerships(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("partnerships.partner", Purpose.OFFICE).staff("made_by").names("name_ar", "name_fr", "name_key"),
        Kept.of("partnerships.member", Purpose.OFFICE).person("account_id")
            .shows("(select p.name_ar from partnerships.partner p where p.id = t.partner_id) as partner", "role", "since", "ended_at").codes("role"),
        Kept.of("partnerships.invitation", Purpose.OFFICE).whose("t.contact in (:email, :phone)", "contact").staff("invited_by")
            .shows("contact", "role", "invited_at", "answer").gone(),
        Kept.of("partnerships.agreement", Purpose.OFFICE).staff("made_by", "terminated_by"),
        Kept.of("partnerships.version", Purpose.OFFICE).staff("made_by"),
        Kept.of("partnerships.signatory", Purpose.OFFICE).whose("t.contact in (:email, :phone)", "contact").shows("name", "capacity", "contact")
            .names("name", "contact").codes("capacity"),
        Kept.of("partnerships.signature", Purpose.OFFICE).whose("t.contact in (:email, :phone)", "contact").shows("contact", "signed_at").names("contact"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("partner-invitations", 180, 30, 730, this::invitations));
  }

  private int invitations(Instant before) {
    return db.sql("""
        delete from partnerships.invitation
        where id in (select id from partnerships.invitation where coalesce(answered_at, ends_at) < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
