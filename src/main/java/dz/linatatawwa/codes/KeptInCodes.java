package dz.linatatawwa.codes;

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
class KeptInCodes implements KeptOfPerson {

  private final JdbcClient db;

  KeptInCodes(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("codes.card", Purpose.DAY).person("account_id").shows("serial", "made_at", "revoked_at").byRoom(),
        Kept.of("codes.pass", Purpose.DAY).person("account_id").shows("name", "made_at", "expires_at", "revoked_at").names("name").byRoom(),
        Kept.of("codes.six_digits", Purpose.DAY).person("account_id")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "digits")
            .byRoom(),
        Kept.of("codes.use", Purpose.DAY).person("account_id")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "direction", "used_at")
            .gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("code-uses", 730, 90, 1825, this::uses),
        Retention.of("passes", 365, 30, 1825, this::passes));
  }

  private int uses(Instant before) {
    return db.sql("""
        delete from codes.use
        where mark in (select mark from codes.use where used_at < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }

  private int passes(Instant before) {
    return db.sql("""
        delete from codes.pass
        where id in (select id from codes.pass where coalesce(revoked_at, expires_at) < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
