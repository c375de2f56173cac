package dz.linatatawwa.attendance;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is expected and who is there, for reading. Who may look is the caller's to check (the desk does). */
@Repository
public class Rosters {

  /** A shift of the day, to choose from.
   *  @param expected seats that are held
   *  @param closed   the day was closed */
  public record Day(long shiftId, String title, Instant startsAt, Instant endsAt, int expected, int came, boolean closed) {}

  /** How it stands with everybody on a roster.
   *  @param everybody with a seat, or here without one
   *  @param unmarked  with a seat of whom nothing is known yet
   *  @param stillIn   came and has not gone */
  public record Counts(long everybody, long seats, long unmarked, long stillIn, long gone, long absent) {}

  /** People on one page of a roster. */
  static final int PAGE = 50;
  private static final int TOGETHER = 2_000;

  private static final String ROWS = """
      select v.id as volunteer_id, v.name, v.code, v.phone, a.id is not null as seat, t.checked_in_at, t.checked_out_at, t.no_show_at,
             coalesce(t.out_proposed, false) as proposed, t.no_show_by,
             case when t.checked_out_at is null or t.out_proposed then d.left_at end as says_left
      from (select id, volunteer_id from participation.application where shift_id = :shift and state = 'accepted') a
      full join (select * from attendance.attendance where shift_id = :shift and (checked_in_at is not null or no_show_at is not null)) t on t.volunteer_id = a.volunteer_id
      join volunteers.public_volunteer v on v.id = coalesce(a.volunteer_id, t.volunteer_id)
      left join attendance.departure d on d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id
      """;
  private static final String ORDER = "order by v.name, v.id\n";

  private final JdbcClient db;
  private final AttendanceTable attendance;
  private final Clock clock;

  Rosters(JdbcClient db, AttendanceTable attendance, Clock clock) {
    this.db = db;
    this.attendance = attendance;
    this.clock = clock;
  }

  /** Everybody with a seat and everybody who came without one, by name. Of a day of many thousands, better page by page. */
  public List<RosterRow> of(ShiftId shift) {
    return Sql.rows(db.sql(ROWS + ORDER).param("shift", shift.value()).query(RosterRow.class));
  }

  /** One page of the roster, by name; beyond the last page, the last one.
   *  @param typed part of a name, a code, or the end of a phone number; empty: everybody
   *  @param number from 1 */
  @Transactional(readOnly = true)
  public Slice<RosterRow> page(ShiftId shift, String typed, int number) {
    return Folding.fold(typed).isBlank() ? page(shift, number) : matching(shift, typed, number);
  }

  private Slice<RosterRow> page(ShiftId shift, int number) {
    long total = counts(shift).everybody();
    int shown = within(number, total);
    return new Slice<>(Sql.rows(db.sql(ROWS + ORDER + "limit :most offset :skipped").param("shift", shift.value()).param("most", PAGE).param("skipped", (shown - 1L) * PAGE)
        .query(RosterRow.class)), shown, PAGE, total);
  }

  /** Names are compared in their folded form, which the database does not know: all of them pass by, and only a page stays. */
  private Slice<RosterRow> matching(ShiftId shift, String typed, int number) {
    Sought sought = new Sought(sought(typed), number);
    db.sql(ROWS + ORDER).withFetchSize(TOGETHER).param("shift", shift.value()).query(sought::look);
    return sought.slice();
  }

  /** Lets rows pass by and keeps the page that is wanted, or the last one where there are fewer. */
  private static final class Sought {

    private final RowMapper<RosterRow> mapper = new SimplePropertyRowMapper<>(RosterRow.class);
    private final Predicate<RosterRow> wanted;
    private final int number;
    private final List<RosterRow> page = new ArrayList<>();
    private long total;

    Sought(Predicate<RosterRow> wanted, int number) {
      this.wanted = wanted;
      this.number = number;
    }

    void look(ResultSet rows) throws SQLException {
      RosterRow row = mapper.mapRow(rows, 0);
      if (row == null || !wanted.test(row)) return;
      boolean begins = total % PAGE == 0 && total / PAGE < number;
      if (begins) page.clear();
      if (total / PAGE < number) page.add(row);
      total++;
    }

    Slice<RosterRow> slice() {
      return new Slice<>(page, within(number, total), PAGE, total);
    }
  }

  private static Predicate<RosterRow> sought(String typed) {
    String sought = Folding.fold(typed);
    String number = sought.replace(" ", "").replaceFirst("^0", "");
    return row -> Folding.fold(row.name()).contains(sought) || row.code().equals(sought) || (row.phone() != null && !number.isEmpty() && row.phone().endsWith(number));
  }

  private static int within(int number, long total) {
    return (int) Math.min(number, Math.max(1, (total + PAGE - 1) / PAGE));
  }

  /** On which page of the whole roster somebody stands; the first for somebody who does not. */
  public int pageOf(ShiftId shift, long volunteer) {
    long before = db.sql("select count(*) from (" + ROWS + ") r where (r.name, r.volunteer_id) < (select v.name, v.id from volunteers.public_volunteer v where v.id = :volunteer)")
        .param("shift", shift.value()).param("volunteer", volunteer).query(Long.class).single();
    return (int) (before / PAGE) + 1;
  }

  /** The whole roster by name, read some thousand at a time while it is gone through: for paper. */
  public Iterable<RosterRow> whole(ShiftId shift) {
    return () -> Stream.iterate(after(shift, null), part -> !part.isEmpty(), part -> part.size() < TOGETHER ? List.<RosterRow>of() : after(shift, part.getLast()))
        .flatMap(List::stream).iterator();
  }

  private List<RosterRow> after(ShiftId shift, @Nullable RosterRow last) {
    return Sql.rows(db.sql("select * from (" + ROWS + ") r where cast(:name as text) is null or (r.name, r.volunteer_id) > (:name, :id) order by r.name, r.volunteer_id limit :most")
        .param("shift", shift.value()).param("name", last == null ? null : last.name()).param("id", last == null ? 0 : last.volunteerId()).param("most", TOGETHER)
        .query(RosterRow.class));
  }

  /** The roster by number, part by part.
   *  @param after only people of a greater number */
  public List<RosterRow> after(ShiftId shift, long after, int most) {
    return Sql.rows(db.sql("select * from (" + ROWS + ") r where r.volunteer_id > :after order by r.volunteer_id limit :most")
        .param("shift", shift.value()).param("after", after).param("most", most).query(RosterRow.class));
  }

  /** How many stand on the roster, and how it stands with them. */
  public Counts counts(ShiftId shift) {
    return db.sql("""
        select count(*) as everybody, count(a.id) as seats, count(*) filter (where t.checked_in_at is null and t.no_show_at is null) as unmarked,
               count(*) filter (where t.checked_in_at is not null and t.checked_out_at is null) as still_in, count(t.checked_out_at) as gone, count(t.no_show_at) as absent
        from (select id, volunteer_id from participation.application where shift_id = :shift and state = 'accepted') a
        full join (select volunteer_id, checked_in_at, checked_out_at, no_show_at from attendance.attendance
                   where shift_id = :shift and (checked_in_at is not null or no_show_at is not null)) t on t.volunteer_id = a.volunteer_id
        """).param("shift", shift.value()).query(Counts.class).single();
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
