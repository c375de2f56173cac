package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who came and of closed days. */
@Repository
class AttendanceTable {

  /** One person's attendance as it stands. */
  record Row(long id, @Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, @Nullable Instant noShowAt, @Nullable Instant closedAt) {}

  /** A closed day. */
  record Closure(Instant closedAt, int came, int noShows, int proposed) {}

  private final JdbcClient db;

  AttendanceTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Row> find(ShiftId shift, AccountId volunteer) {
    return db.sql("""
        select id, checked_in_at, checked_out_at, no_show_at, closed_at
        from participation.attendance where shift_id = :shift and volunteer_id = :volunteer
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Row.class).optional();
  }

  Optional<Closure> closure(ShiftId shift) {
    return db.sql("select closed_at, came, no_shows, proposed from participation.closure where shift_id = :shift")
        .param("shift", shift.value()).query(Closure.class).optional();
  }

  /** How many are held by people with a seat who did not stay away, and by walk-ins. */
  int present(ShiftId shift) {
    return db.sql("""
        select (select count(*) from participation.application a
                where a.shift_id = :shift and a.state = 'accepted'
                  and not exists (select from participation.attendance t
                                  where t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id and t.no_show_at is not null))
             + (select count(*) from participation.attendance t
                where t.shift_id = :shift and t.checked_in_at is not null
                  and not exists (select from participation.application a
                                  where a.shift_id = t.shift_id and a.volunteer_id = t.volunteer_id and a.state = 'accepted'))
        """).param("shift", shift.value()).query(Integer.class).single();
  }

  boolean hasSeat(ShiftId shift, AccountId volunteer) {
    return db.sql("""
        select exists (select from participation.application
                       where shift_id = :shift and volunteer_id = :volunteer and state = 'accepted')
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Boolean.class).single();
  }

  /** People with a seat and no mark, and people who are still in. */
  int unsettled(ShiftId shift) {
    return db.sql("""
        select (select count(*) from participation.application a
                where a.shift_id = :shift and a.state = 'accepted'
                  and not exists (select from participation.attendance t where t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id))
             + (select count(*) from participation.attendance t
                where t.shift_id = :shift and t.checked_in_at is not null and t.checked_out_at is null)
        """).param("shift", shift.value()).query(Integer.class).single();
  }

  /** Who holds a seat and has no mark. */
  List<Long> unmarked(ShiftId shift) {
    return Sql.rows(db.sql("""
        select a.volunteer_id from participation.application a
        where a.shift_id = :shift and a.state = 'accepted'
          and not exists (select from participation.attendance t where t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id
                          and (t.checked_in_at is not null or t.no_show_at is not null))
        order by a.id
        """).param("shift", shift.value()).query(Long.class));
  }

  /** Who came and has not gone. */
  List<Long> stillIn(ShiftId shift) {
    return Sql.rows(db.sql("""
        select volunteer_id from participation.attendance
        where shift_id = :shift and checked_in_at is not null and checked_out_at is null order by id
        """).param("shift", shift.value()).query(Long.class));
  }

  int proposeEnds(ShiftId shift, AccountId by) {
    return db.sql("""
        update participation.attendance t
        set checked_out_at = greatest(s.ends_at, t.checked_in_at + interval '1 minute'), checked_out_by = :by, out_proposed = true
        from opportunities.shift s
        where s.id = t.shift_id and t.shift_id = :shift and t.checked_in_at is not null and t.checked_out_at is null
        """).param("shift", shift.value()).param("by", by.value()).update();
  }

  void markAbsent(ShiftId shift, AccountId by) {
    db.sql("""
        insert into participation.attendance (shift_id, volunteer_id, application_id, no_show_at, no_show_by)
        select a.shift_id, a.volunteer_id, a.id, now(), :by from participation.application a
        where a.shift_id = :shift and a.state = 'accepted'
        on conflict (shift_id, volunteer_id) do update set no_show_at = now(), no_show_by = excluded.no_show_by
          where attendance.checked_in_at is null and attendance.no_show_at is null
        """).param("shift", shift.value()).param("by", by.value()).update();
  }

  /** @return false when the day was closed before */
  boolean close(ShiftId shift, AccountId by, int proposed) {
    int closed = db.sql("""
        insert into participation.closure (shift_id, closed_by, came, no_shows, proposed)
        select :shift, :by, count(*) filter (where checked_in_at is not null), count(*) filter (where no_show_at is not null), :proposed
        from participation.attendance where shift_id = :shift
        on conflict (shift_id) do nothing
        """).param("shift", shift.value()).param("by", by.value()).param("proposed", proposed).update();
    if (closed == 0) return false;
    db.sql("update participation.attendance set closed_at = now() where shift_id = :shift").param("shift", shift.value()).update();
    return true;
  }
}
