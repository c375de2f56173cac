package dz.linatatawwa.kits;

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
class KeptInKits implements KeptOfPerson {

  private final JdbcClient db;

  KeptInKits(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("kits.kit", Purpose.DAY).staff("leader_id").names("phone"),
        Kept.of("kits.delivery", Purpose.DAY)
            .whose("t.line ->> 'v' = cast(cast(:person as bigint) as text) or t.line -> 'who' ->> 'name' = :name or t.line -> 'who' ->> 'contact' = :email or right(regexp_replace(t.line -> 'who' ->> 'contact', '\\D', '', 'g'), 9) = right(:phone, 9)", "line")
            .shows("kind", "at", "outcome").codes("key", "kind", "outcome", "code").empties("line = t.line - 'who' - 'code'"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("kit-lines", 365, 30, 1825, this::lines));
  }

  private int lines(Instant before) {
    return db.sql("""
        update kits.delivery set line = line - 'who' - 'code'
        where key in (select key from kits.delivery where received_at < :before and (line -> 'who' <> 'null' or line -> 'code' <> 'null') limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
