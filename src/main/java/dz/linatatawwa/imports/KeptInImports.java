package dz.linatatawwa.imports;

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
class KeptInImports implements KeptOfPerson {

  private final JdbcClient db;

  KeptInImports(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("imports.import", Purpose.IMPORTS).staff("made_by").names("file_name"),
        Kept.of("imports.row", Purpose.IMPORTS).names("name"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("import-files", 90, 7, 1825, this::uploads));
  }

  private int uploads(Instant before) {
    return db.sql("""
        delete from imports.upload
        where import_id in (select u.import_id from imports.upload u join imports.import i on i.id = u.import_id where i.made_at < :before and i.ended_at is not null limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }
}
