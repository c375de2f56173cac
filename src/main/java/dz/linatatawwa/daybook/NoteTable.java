package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notes. */
@Repository
class NoteTable {

  /** What a key was used for. */
  record Kept(long shiftId, long notedBy, String kind) {

    boolean is(ShiftId shift, AccountId by, NoteKind asked) {
      return shiftId == shift.value() && notedBy == by.value() && kind.equals(asked.code());
    }
  }

  private final JdbcClient db;

  NoteTable(JdbcClient db) {
    this.db = db;
  }

  boolean exists(ShiftId shift) {
    return db.sql("select exists (select from opportunities.shift where id = :shift)").param("shift", shift.value()).query(Boolean.class).single();
  }

  /** @return what the key was used for before; nothing when it is new and the note was kept now */
  Optional<Kept> keep(ShiftId shift, String key, AccountId by, NoteKind kind, String words, Instant at, @Nullable String place) {
    int kept = db.sql("""
        insert into daybook.note (key, shift_id, kind, words, place, noted_at, noted_by)
        values (:key, :shift, :kind, :words, :place, :at, :by)
        on conflict (key) do nothing
        """).param("key", key).param("shift", shift.value()).param("kind", kind.code()).param("words", words).param("place", place)
        .param("at", Sql.at(at)).param("by", by.value()).update();
    if (kept == 1) return Optional.empty();
    return db.sql("select shift_id, noted_by, kind from daybook.note where key = :key").param("key", key).query(Kept.class).optional();
  }

  List<Note> waiting(ShiftId shift) {
    return db.sql("""
        select key, kind, words, place, noted_at, noted_by from daybook.note
        where shift_id = :shift and kind <> 'incident' and done_at is null
        order by noted_at, key
        """).param("shift", shift.value())
        .query((row, number) -> new Note(row.getString("key"), row.getString("kind"), row.getString("words"), row.getString("place"),
            Sql.instant(row, "noted_at"), new AccountId(row.getLong("noted_by")))).list();
  }

  boolean done(ShiftId shift, String key, AccountId by) {
    return db.sql("""
        update daybook.note set done_at = coalesce(done_at, now()), done_by = coalesce(done_by, :by)
        where shift_id = :shift and key = :key and kind <> 'incident'
        """).param("shift", shift.value()).param("key", key).param("by", by.value()).update() == 1;
  }
}
