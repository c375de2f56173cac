package dz.linatatawwa.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInAccounts implements KeptOfPerson {

  private final JdbcClient db;

  KeptInAccounts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("accounts.account", Purpose.SIGN_IN).person("id").shows("name", "email", "phone", "language", "created_at", "email_proved_at", "phone_proved_at", "held_until").names("name", "email", "phone")
            .codes("language").byRoom(),
        Kept.of("accounts.one_time_code", Purpose.SIGN_IN).whose("t.contact in (:email, :phone)", "contact").shows("contact", "requested_at", "used_at").gone(),
        Kept.of("accounts.contact_change", Purpose.SIGN_IN).person("account_id").shows("kind", "before", "after", "at", "undone_at").codes("kind").gone(),
        Kept.of("accounts.session", Purpose.SIGN_IN).person("account_id").shows("opened_at", "seen_at", "way_in", "device", "network", "ended_at").gone(),
        Kept.of("accounts.consent", Purpose.SIGN_IN).person("account_id").shows("purpose", "version", "given_at", "withdrawn_at").codes("purpose"),
        Kept.of("accounts.passkey", Purpose.SIGN_IN).person("account_id").shows("label", "made_at", "used_at").gone(),
        Kept.of("accounts.passkey_handle", Purpose.SIGN_IN).person("account_id").gone(),
        Kept.of("accounts.authenticator", Purpose.SIGN_IN).person("account_id").shows("made_at", "confirmed_at").gone(),
        Kept.of("accounts.recovery_code", Purpose.SIGN_IN).person("account_id").shows("used_at").gone(),
        Kept.of("accounts.access", Purpose.POWER).person("person").staff("actor").shows("at", "object_kind", "object_id", "reason", "words", "network")
            .codes("object_kind", "object_id", "reason", "words", "network"),
        Kept.of("site.setting", Purpose.POWER).staff("changed_by"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("sessions", 90, 1, 730, this::sessions),
        Retention.of("accesses", 1825, 366, 3650, this::accesses));
  }

  private int sessions(Instant before) {
    return db.sql("""
        delete from accounts.session
        where token_hash in (select token_hash from accounts.session where coalesce(ended_at, least(expires_at, seen_at)) < :before order by seen_at limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }

  /** The log refuses the platform's own hand: the database has a function for what is too old, and nothing else. */
  private int accesses(Instant before) {
    return db.sql("select accounts.forget_accesses(:before)").param("before", Timestamp.from(before)).query(Integer.class).single();
  }
}
