package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Check-outs that nobody made: people are told before the organisation's grace is over, and then the shift's end stands in, as a proposal that
 *  a person confirms. Nobody closes their own day, so what a volunteer says is shown to the coordinator and only shortens the time. */
@Component
class Endings {

  private static final int AT_ONCE = 1000;

  /** Somebody who is still in. */
  record Forgotten(long shiftId, long volunteerId, String title, Instant endsAt, Instant shuts) {}

  private final JdbcClient db;
  private final Notices notices;
  private final Settings settings;
  private final Clock clock;

  Endings(JdbcClient db, Notices notices, Settings settings, Clock clock) {
    this.db = db;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  /** Tells those who are still in, once each, some minutes before the grace is over.
   *  @return how many were told, now or before */
  @Transactional
  public int tell() {
    Instant now = clock.instant();
    List<Forgotten> people = Sql.rows(db.sql("""
        select f.shift_id, t.volunteer_id, f.title, f.ends_at, f.ends_at + make_interval(mins => f.grace_minutes) as shuts
        from attendance.attendance t join participation.shift_facts f on f.shift_id = t.shift_id
        where t.checked_in_at is not null and t.checked_out_at is null and t.closed_at is null and f.shift_state <> 'cancelled'
          and f.ends_at + make_interval(mins => f.grace_minutes) > :now
          and f.ends_at + make_interval(mins => f.grace_minutes) <= :now + make_interval(mins => :before)
        order by t.id limit :most
        """).param("now", Sql.at(now)).param("before", settings.get(AttendanceSettings.TOLD_BEFORE)).param("most", AT_ONCE).query(Forgotten.class));
    people.forEach(this::tell);
    return people.size();
  }

  private void tell(Forgotten one) {
    InWords ends = words -> words.time(one.endsAt());
    InWords until = words -> words.time(one.shuts());
    InWords day = words -> words.longDate(one.endsAt());
    notices.tell(new AccountId(one.volunteerId()), "check-out-forgotten", "attendance.notice.forgotten.title", "attendance.notice.forgotten.body",
        "/departures/" + one.shiftId(), "check-out-forgotten-" + one.shiftId() + "-" + one.volunteerId(), one.title(), day, ends, until);
  }

  /** Proposes the shift's end, or the earlier moment at which the person says to have gone, for everybody whose grace is over.
   *  @return for how many */
  @Transactional
  public int propose() {
    return db.sql("""
        update attendance.attendance t
        set checked_out_at = greatest(least(f.ends_at, (select d.left_at from attendance.departure d
                                                          where d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id)), t.checked_in_at + interval '1 minute'), checked_out_by = null, out_proposed = true,
            folded = true
        from participation.shift_facts f
        where f.shift_id = t.shift_id and t.checked_in_at is not null and t.checked_out_at is null and t.closed_at is null
          and f.ends_at + make_interval(mins => f.grace_minutes) <= :now
        """).param("now", Sql.at(clock.instant())).update();
  }
}
