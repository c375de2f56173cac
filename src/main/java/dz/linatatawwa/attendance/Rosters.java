package dz.linatatawwa.attendance;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is expected and who is there, for reading. Who may look is the caller's to check (the desk does). */
@Repository
public class Rosters {

  /** A shift of the day, to choose from.
   *  @param expected seats that are held
   *  @param closed   the day was closed */
  public record Day(long shiftId, String title, Instant startsAt, Instant endsAt, int expected, int came, boolean closed) {}

  private final JdbcClient db;
  private final AttendanceTable attendance;
  private final Clock clock;

  Rosters(JdbcClient db, AttendanceTable attendance, Clock clock) {
    this.db = db;
    this.attendance = attendance;
    this.clock = clock;
  }

  /** Everybody with a seat and everybody who came without one, by name. */
  public List<RosterRow> of(ShiftId shift) {
    return Sql.rows(db.sql("""
        select v.id as volunteer_id, v.name, v.code, v.phone, a.id is not null as seat, t.checked_in_at, t.checked_out_at, t.no_show_at,
               coalesce(t.out_proposed, false) as proposed, t.no_show_by,
               case when t.checked_out_at is null or t.out_proposed then d.left_at end as says_left
        from (select * from participation.application where shift_id = :shift and state = 'accepted') a
        full join (select * from attendance.attendance where shift_id = :shift and (checked_in_at is not null or no_show_at is not null)) t on t.volunteer_id = a.volunteer_id
        join volunteers.public_volunteer v on v.id = coalesce(a.volunteer_id, t.volunteer_id)
        left join attendance.departure d on d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id
        order by v.name, v.id
        """).param("shift", shift.value()).query(RosterRow.class));
  }

  /** Those whose name, code or phone holds what was typed. */
  public static List<RosterRow> matching(List<RosterRow> rows, String typed) {
    String sought = Folding.fold(typed);
    if (sought.isBlank()) return rows;
    return rows.stream().filter(row -> Folding.fold(row.name()).contains(sought) || row.code().equals(sought)
        || (row.phone() != null && row.phone().endsWith(sought.replace(" ", "").replaceFirst("^0", "")))).toList();
  }

  /** Whether the day of this shift was closed. */
  public boolean closed(ShiftId shift) {
    return attendance.closure(shift).isPresent();
  }

  /** Shifts of an organisation around now: of yesterday not closed, of today, and of the coming week. */
  public List<Day> days(OrganizationId organization) {
    Instant now = clock.instant();
    return Sql.rows(db.sql("""
        select f.shift_id, f.title, f.starts_at, f.ends_at, f.taken as expected,
               (select count(*)::int from attendance.attendance t where t.shift_id = f.shift_id and t.checked_in_at is not null) as came,
               c.shift_id is not null as closed
        from participation.shift_facts f left join attendance.closure c on c.shift_id = f.shift_id
        where f.organization_id = :organization and f.shift_state <> 'cancelled' and f.opportunity_state <> 'draft'
          and f.starts_at < :until and (f.ends_at > :today or (f.ends_at > :since and c.shift_id is null and f.taken > 0))
        order by f.starts_at limit 100
        """).param("organization", organization.value()).param("until", Sql.at(now.plusSeconds(7 * 86_400L)))
        .param("today", Sql.at(now.minusSeconds(43_200))).param("since", Sql.at(now.minusSeconds(14 * 86_400L))).query(Day.class));
  }
}
