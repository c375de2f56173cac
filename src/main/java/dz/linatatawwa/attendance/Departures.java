package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What volunteers say themselves about when they left, because nobody checked them out. It is no attendance: the coordinator sees it. */
@Repository
public class Departures {

  /** Somebody's shift whose end nobody wrote down.
   *  @param said when the person says to have left; null: has not said */
  public record Open(long shiftId, String title, Instant startsAt, Instant endsAt, Instant checkedInAt, @Nullable Instant said) {}

  private final JdbcClient db;
  private final Clock clock;

  Departures(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The person's shift, while nobody has checked them out and the day is not closed. */
  public Optional<Open> open(AccountId volunteer, ShiftId shift) {
    return db.sql("""
        select f.shift_id, f.title, f.starts_at, f.ends_at, t.checked_in_at, d.left_at as said
        from attendance.attendance t
        join participation.shift_facts f on f.shift_id = t.shift_id
        left join attendance.departure d on d.shift_id = t.shift_id and d.volunteer_id = t.volunteer_id
        where t.shift_id = :shift and t.volunteer_id = :volunteer and t.checked_in_at is not null and t.closed_at is null
          and (t.checked_out_at is null or t.out_proposed)
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Open.class).optional();
  }

  /** Keeps what the person says: after the check-in, and not in the future. The last word counts; it only ever shortens a proposed end.
   *  @return false where the time cannot be */
  @Transactional
  public boolean left(AccountId volunteer, ShiftId shift, Instant at) {
    boolean possible = open(volunteer, shift).filter(o -> at.isAfter(o.checkedInAt()) && !at.isAfter(clock.instant())).isPresent();
    if (!possible) return false;
    db.sql("""
        insert into attendance.departure (shift_id, volunteer_id, left_at) values (:shift, :volunteer, :at)
        on conflict (shift_id, volunteer_id) do update set left_at = excluded.left_at, said_at = excluded.said_at
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).param("at", Sql.at(at)).update();
    db.sql("""
        update attendance.attendance set checked_out_at = :at
        where shift_id = :shift and volunteer_id = :volunteer and out_proposed and closed_at is null and checked_out_at > :at and checked_in_at < :at
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).param("at", Sql.at(at)).update();
    return true;
  }
}
