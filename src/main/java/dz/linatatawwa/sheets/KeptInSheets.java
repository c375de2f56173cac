package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInSheets implements KeptOfPerson {

  private final JdbcClient db;
  private final Files files;

  KeptInSheets(JdbcClient db, Files files) {
    this.db = db;
    this.files = files;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("sheets.done", Purpose.DAY).staff("done_by"),
        Kept.of("sheets.line", Purpose.DAY).person("volunteer_id").staff("written_by")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "mark", "in_at", "out_at", "written_at")
            .codes("key", "mark", "refused"),
        Kept.of("sheets.photo", Purpose.DAY).staff("added_by"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("sheet-photos", 1825, 365, 3650, this::photos));
  }

  /** A picture of a sheet has many names on it: it goes once nobody contests its hours any more. */
  private int photos(Instant before) {
    List<UUID> old = db.sql("""
        update sheets.photo set removed_at = coalesce(removed_at, now())
        where id in (select p.id from sheets.photo p join files.file f on f.id = p.file_id where p.added_at < :before and f.deleted_at is null limit 1000)
        returning file_id
        """).param("before", Timestamp.from(before)).query((row, number) -> row.getObject("file_id", UUID.class)).list();
    old.forEach(id -> files.delete(new FileId(id)));
    return old.size();
  }
}
