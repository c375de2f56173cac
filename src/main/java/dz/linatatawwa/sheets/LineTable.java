package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was read on paper. */
@Repository
class LineTable {

  private static final String COLUMNS = "shift_id, volunteer_id, version, key, mark, in_at, out_at, photo_id, written_by, written_at, delivered_at, refused";

  /** The newest version of a row, and what became of it. */
  record Standing(SheetLine line, boolean review, boolean conflict) {}

  /** Somebody said that all is copied. */
  record Done(long by, Instant at) {}

  private final JdbcClient db;

  LineTable(JdbcClient db) {
    this.db = db;
  }

  /** Writes the next version of a row; of two at once, one.
   *  @return false when there is such a version, or such a key */
  boolean add(SheetLine line) {
    return db.sql("""
        insert into sheets.line (shift_id, volunteer_id, version, key, mark, in_at, out_at, photo_id, written_by)
        select :shift, :volunteer, :version, :key, :mark, :in, :out, (select id from sheets.photo where id = :photo and shift_id = :shift), :by
        where (select coalesce(max(version), 0) from sheets.line where shift_id = :shift and volunteer_id = :volunteer) = :version - 1
        on conflict do nothing
        """).param("shift", line.shiftId()).param("volunteer", line.volunteerId()).param("version", line.version()).param("key", line.key())
        .param("mark", line.mark().code()).param("in", at(line.in())).param("out", at(line.out())).param("photo", line.photo())
        .param("by", line.writtenBy()).update() == 1;
  }

  boolean knows(String key, ShiftId shift, AccountId volunteer) {
    return db.sql("select exists (select from sheets.line where key = :key and shift_id = :shift and volunteer_id = :volunteer)").param("key", key)
        .param("shift", shift.value()).param("volunteer", volunteer.value()).query(Boolean.class).single();
  }

  /** The newest version of each row, by volunteer. */
  Map<Long, Standing> standing(ShiftId shift) {
    return db.sql("""
        select l.*, exists (select from attendance.review r where r.key in (l.deeds || 'in', l.deeds || 'out', l.deeds || 'no') and r.settled_at is null) as review,
          exists (select from attendance.conflict c where c.settled_at is null and (c.key in (l.deeds || 'in', l.deeds || 'out', l.deeds || 'no')
                  or c.against in (l.deeds || 'in', l.deeds || 'out', l.deeds || 'no'))) as conflict
        from (select distinct on (volunteer_id) *, 'paper-' || shift_id || '-' || volunteer_id || '-' || version || '-' as deeds
              from sheets.line where shift_id = :shift order by volunteer_id, version desc) l
        """).param("shift", shift.value())
        .query((row, number) -> new Standing(line(row), row.getBoolean("review"), row.getBoolean("conflict"))).list().stream()
        .collect(Collectors.toMap(standing -> standing.line().volunteerId(), standing -> standing));
  }

  /** What these volunteers are called. */
  Map<Long, String> names(Collection<Long> volunteers) {
    if (volunteers.isEmpty()) return Map.of();
    return db.sql("select id, name from volunteers.public_volunteer where id in (:ids)").param("ids", volunteers)
        .query((row, number) -> Map.entry(row.getLong("id"), row.getString("name"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Volunteers whose hours of the shift are proposed or confirmed. */
  List<Long> claimed(ShiftId shift) {
    return db.sql("select volunteer_id from hours.claim where shift_id = :shift and state in ('proposed', 'confirmed')").param("shift", shift.value())
        .query((row, number) -> row.getLong(1)).list();
  }

  /** Keys of this shift's deeds from paper that wait for somebody to accept them; ends first, so that nobody is proposed without one. */
  List<String> waiting(ShiftId shift) {
    return db.sql("""
        select d.key from attendance.deed d join attendance.review r on r.key = d.key
        where d.shift_id = :shift and d.outcome = 'review' and d.via = 'paper' and r.settled_at is null
        order by d.volunteer_id, d.deed = 'undo' desc, d.deed = 'check-out' desc, d.key
        """).param("shift", shift.value()).query((row, number) -> row.getString(1)).list();
  }

  Optional<SheetLine> find(ShiftId shift, AccountId volunteer, int version) {
    return db.sql("select " + COLUMNS + " from sheets.line where shift_id = :shift and volunteer_id = :volunteer and version = :version")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).param("version", version).query((row, number) -> line(row)).optional();
  }

  /** What has not reached the attendance, of one row, the first first. */
  List<SheetLine> undelivered(ShiftId shift, AccountId volunteer) {
    return db.sql("select " + COLUMNS + " from sheets.line where shift_id = :shift and volunteer_id = :volunteer and delivered_at is null order by version")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).query((row, number) -> line(row)).list();
  }

  /** What was written a while ago and has still not reached the attendance. */
  List<SheetLine> forgotten(Instant before) {
    return db.sql("select " + COLUMNS + " from sheets.line where delivered_at is null and written_at < :before order by written_at, version limit 200")
        .param("before", at(before)).query((row, number) -> line(row)).list();
  }

  void delivered(SheetLine line, @Nullable String refused) {
    db.sql("""
        update sheets.line set delivered_at = clock_timestamp(), refused = :refused
        where shift_id = :shift and volunteer_id = :volunteer and version = :version and delivered_at is null
        """).param("refused", refused).param("shift", line.shiftId()).param("volunteer", line.volunteerId()).param("version", line.version()).update();
  }

  /** The row that stands for a person, where it says that they came. */
  Optional<SheetLine> standing(ShiftId shift, AccountId volunteer) {
    return db.sql("select " + COLUMNS + " from sheets.line where shift_id = :shift and volunteer_id = :volunteer order by version desc limit 1")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).query((row, number) -> line(row)).optional();
  }

  void finish(ShiftId shift, AccountId by) {
    db.sql("insert into sheets.done (shift_id, done_by) values (:shift, :by) on conflict (shift_id) do nothing").param("shift", shift.value())
        .param("by", by.value()).update();
  }

  Optional<Done> done(ShiftId shift) {
    return db.sql("select done_by, done_at from sheets.done where shift_id = :shift").param("shift", shift.value())
        .query((row, number) -> new Done(row.getLong(1), instant(row, "done_at"))).optional();
  }

  private static SheetLine line(ResultSet row) throws SQLException {
    return new SheetLine(row.getLong("shift_id"), row.getLong("volunteer_id"), row.getInt("version"), row.getString("key"),
        Reading.of(row.getString("mark")).orElseThrow(), maybe(row, "in_at"), maybe(row, "out_at"), row.getObject("photo_id", Long.class),
        row.getLong("written_by"), instant(row, "written_at"), row.getObject("delivered_at") != null, row.getString("refused"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
