package dz.linatatawwa.hours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed hours whose attendance was changed after the day was closed. */
@Repository
class LateTimes {

  private final JdbcClient db;
  private final HourSettings settings;

  LateTimes(JdbcClient db, HourSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  /** Fits a proposal that nobody has looked at to the times that its attendance has now; entered late, it needs a second person. Hours elsewhere
   *  at that time leave it as it was.
   *  @return whether there is a living claim, fitted or not */
  boolean refit(long attendance) {
    db.sql("""
        update hours.claim k
        set during = tstzrange(n.from_at, n.to_at), minutes = n.minutes, grade = n.grade, entered_at = n.entered_at,
            needs_second = k.needs_second or n.late,
            flags = array(select distinct f from unnest(array_remove(k.flags, 'no-check-out')
              || array[case when n.out_proposed then 'no-check-out' end, case when n.late then 'late' end]) f where f is not null)
        from (
          select a.*, least(1440, floor(extract(epoch from a.to_at - a.from_at) / 60))::integer as minutes
          from (
            select t.attendance_id, t.volunteer_id, t.grade, t.entered_at, t.out_proposed,
              t.entered_at > t.ends_at + make_interval(hours => :late) as late,
              greatest(t.checked_in_at, t.starts_at - t.grace) as from_at, least(t.checked_out_at, t.ends_at + t.grace) as to_at
            from attendance.attended t where t.attendance_id = :attendance
          ) a where a.to_at > a.from_at
        ) n
        where k.attendance_id = n.attendance_id and k.state = 'proposed' and k.vouched_at is null and n.minutes >= 1
          and not exists (select from hours.claim o where o.volunteer_id = n.volunteer_id and o.id <> k.id and o.state in ('proposed', 'confirmed')
                          and o.during && tstzrange(n.from_at, n.to_at))
        """).param("attendance", attendance).param("late", settings.limits().lateHours()).update();
    return db.sql("select exists (select from hours.claim where attendance_id = :attendance and state in ('proposed', 'confirmed'))")
        .param("attendance", attendance).query(Boolean.class).single();
  }
}
