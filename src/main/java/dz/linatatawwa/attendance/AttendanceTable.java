package dz.linatatawwa.attendance;

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

  /** One person's attendance as it stands.
   *  @param seat whether the person holds a seat */
  record Row(long id, @Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, @Nullable Instant noShowAt, @Nullable Instant closedAt,
      boolean outProposed, boolean seat) {}

  /** A closed day. */
  record Closure(Instant closedAt, long closedBy, int came, int noShows, int proposed) {}

  private final JdbcClient db;

  AttendanceTable(JdbcClient db) {
    this.db = db;
  }

  /** Keeps the shift from being closed or changed for the rest of the transaction.
   *  @return whether its day is open */
  boolean holdOpen(ShiftId shift) {
    db.sql("select id from opportunities.shift where id = :shift for key share").param("shift", shift.value()).query(Long.class).optional();
    return closure(shift).isEmpty();
  }

  /** Holds one person's row for the rest of the transaction; makes it where there is none, so that nobody marks the person meanwhile. */
  Row lock(ShiftId shift, AccountId volunteer) {
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, folded)
        values (:shift, :volunteer, (select id from participation.application
                                     where shift_id = :shift and volunteer_id = :volunteer and state = 'accepted'), true)
        on conflict (shift_id, volunteer_id) do nothing
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).update();
    Row row = db.sql("""
        select t.id, t.checked_in_at, t.checked_out_at, t.no_show_at, t.closed_at, t.out_proposed, t.application_id is not null as seat
        from attendance.attendance t where t.shift_id = :shift and t.volunteer_id = :volunteer for no key update
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Row.class).single();
    giveDeeds(row);
    return row;
  }

  /** A row that was written without deeds (a table that was brought along) gets those that it says, so that they count like all others. */
  private void giveDeeds(Row row) {
    db.sql("""
        insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, made_at)
        select 'row-' || m.deed || '-' || t.id, t.shift_id, t.volunteer_id, m.deed, m.at, coalesce(m.by_account, t.volunteer_id), m.at
        from attendance.attendance t
        cross join lateral (values ('check-in', t.checked_in_at, t.checked_in_by), ('no-show', t.no_show_at, t.no_show_by),
                                   ('check-out', case when not t.out_proposed then t.checked_out_at end, t.checked_out_by)) m (deed, at, by_account)
        where t.id = :id and not t.folded and m.at is not null
          and not exists (select from attendance.deed d where d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id)
        """).param("id", row.id()).update();
  }

  /** Writes what the deeds come to. */
  void write(Row row, Folded folded, @Nullable Instant proposedEnd, @Nullable Closure closure) {
    Folded.Moment in = folded.in();
    Folded.Moment out = folded.out();
    Folded.Moment absent = folded.absent();
    Closure missing = row.seat() && in == null && absent == null ? closure : null;
    db.sql("""
        update attendance.attendance
        set checked_in_at = :in, checked_in_by = :inBy, checked_out_at = :out, checked_out_by = :outBy, out_proposed = :proposed,
            no_show_at = :absent, no_show_by = :absentBy, grade = :grade, folded = true, closed_at = :closed
        where id = :id
        """).param("id", row.id()).param("in", in == null ? null : Sql.at(in.at())).param("inBy", in == null ? null : in.by())
        .param("out", Sql.at(out == null ? proposedEnd : out.at())).param("outBy", out == null ? null : out.by())
        .param("proposed", out == null && proposedEnd != null)
        .param("absent", missing != null ? Sql.at(missing.closedAt()) : absent == null ? null : Sql.at(absent.at()))
        .param("absentBy", missing != null ? (Long) missing.closedBy() : absent == null ? null : (Long) absent.by())
        .param("grade", String.valueOf(folded.grade())).param("closed", closure == null ? null : Sql.at(closure.closedAt())).update();
  }

  /** Takes a row away again that carries no deed. */
  void forget(Row row) {
    db.sql("""
        delete from attendance.attendance t
        where t.id = :id and not exists (select from attendance.deed d where d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id)
          and t.checked_in_at is null and t.no_show_at is null
        """).param("id", row.id()).update();
  }

  /** The figures of a closed day, after one of its rows was changed. */
  void recount(ShiftId shift) {
    db.sql("""
        update attendance.closure c set came = n.came, no_shows = n.no_shows, proposed = n.proposed
        from (select count(*) filter (where checked_in_at is not null) as came, count(*) filter (where no_show_at is not null) as no_shows,
                     count(*) filter (where out_proposed) as proposed
              from attendance.attendance where shift_id = :shift) n
        where c.shift_id = :shift
        """).param("shift", shift.value()).update();
  }

  /** Whether the person came, or holds a seat and may still come: counted among the present either way. */
  boolean isExpected(ShiftId shift, AccountId volunteer) {
    return hasSeat(shift, volunteer) || db.sql("""
        select exists (select from attendance.attendance where shift_id = :shift and volunteer_id = :volunteer and checked_in_at is not null)
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Boolean.class).single();
  }

  Optional<Closure> closure(ShiftId shift) {
    return db.sql("select closed_at, closed_by, came, no_shows, proposed from attendance.closure where shift_id = :shift")
        .param("shift", shift.value()).query(Closure.class).optional();
  }

  /** How many are held by people with a seat who did not stay away, and by walk-ins. */
  int present(ShiftId shift) {
    return db.sql("""
        select (select coalesce(sum(a.seats), 0) from participation.application a
                where a.shift_id = :shift and a.state = 'accepted'
                  and not exists (select from attendance.attendance t
                                  where t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id and t.no_show_at is not null))
             + (select count(*) from attendance.attendance t
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
                  and not exists (select from attendance.attendance t where t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id
                                  and (t.checked_in_at is not null or t.no_show_at is not null)))
             + (select count(*) from attendance.attendance t
                where t.shift_id = :shift and t.checked_in_at is not null and t.checked_out_at is null)
        """).param("shift", shift.value()).query(Integer.class).single();
  }

  /** Who holds a seat and has no mark. */
  List<Long> unmarked(ShiftId shift) {
    return Sql.rows(db.sql("""
        select a.volunteer_id from participation.application a
        where a.shift_id = :shift and a.state = 'accepted'
          and not exists (select from attendance.attendance t where t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id
                          and (t.checked_in_at is not null or t.no_show_at is not null))
        order by a.id
        """).param("shift", shift.value()).query(Long.class));
  }

  /** Who came and has not gone. */
  List<Long> stillIn(ShiftId shift) {
    return Sql.rows(db.sql("""
        select volunteer_id from attendance.attendance
        where shift_id = :shift and checked_in_at is not null and checked_out_at is null order by id
        """).param("shift", shift.value()).query(Long.class));
  }

  void proposeEnds(ShiftId shift, AccountId by) {
    db.sql("""
        update attendance.attendance t
        set checked_out_at = greatest(s.ends_at, t.checked_in_at + interval '1 minute'), checked_out_by = :by, out_proposed = true, folded = true
        from opportunities.shift s
        where s.id = t.shift_id and t.shift_id = :shift and t.checked_in_at is not null and t.checked_out_at is null
        """).param("shift", shift.value()).param("by", by.value()).update();
  }

  void markAbsent(ShiftId shift, AccountId by) {
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, no_show_at, no_show_by)
        select a.shift_id, a.volunteer_id, a.id, now(), :by from participation.application a
        where a.shift_id = :shift and a.state = 'accepted'
        on conflict (shift_id, volunteer_id) do update set no_show_at = now(), no_show_by = excluded.no_show_by, folded = true
          where attendance.checked_in_at is null and attendance.no_show_at is null
        """).param("shift", shift.value()).param("by", by.value()).update();
  }

  /** @return false when the day was closed before */
  boolean close(ShiftId shift, AccountId by) {
    int closed = db.sql("""
        insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed)
        select :shift, :by, count(*) filter (where checked_in_at is not null), count(*) filter (where no_show_at is not null),
          count(*) filter (where out_proposed)
        from attendance.attendance where shift_id = :shift
        on conflict (shift_id) do nothing
        """).param("shift", shift.value()).param("by", by.value()).update();
    if (closed == 0) return false;
    db.sql("update attendance.attendance set closed_at = now() where shift_id = :shift").param("shift", shift.value()).update();
    return true;
  }
}
