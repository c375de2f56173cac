package dz.linatatawwa.hours;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The claims: proposed from attendance, settled by people. */
@Repository
class ClaimTable {

  /** What a person was there for, cut to the shift and its grace, with everything that a coordinator should look at first. */
  private static final String PROPOSE = """
      insert into hours.claim (volunteer_id, attendance_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state,
        proposed_by, due_at, entered_at, flags, needs_second)
      select c.volunteer_id, c.attendance_id, c.shift_id, c.opportunity_id, c.organization_id, tstzrange(c.from_at, c.to_at), c.minutes, c.grade,
        'proposed', :by, now() + make_interval(hours => :clock), c.entered_at,
        array_remove(array[
          case when c.out_proposed then 'no-check-out' end,
          case when c.minutes > 720 then 'over-twelve' when c.minutes > 480 then 'over-eight' end,
          case when c.application_id is null then 'walk-in' end,
          case when c.corrected then 'corrected' end,
          case when extract(year from c.from_at) - c.birth_year <= :majority then 'minor' end,
          case when c.late then 'late' when c.later_people > :many and c.later then 'many-later' end], null),
        c.late or (c.later and c.later_people > :many)
      from (
        select a.*, least(1440, floor(extract(epoch from a.to_at - a.from_at) / 60))::integer as minutes,
          a.entered_at > a.ends_at + make_interval(hours => :late) as late,
          count(*) filter (where a.later) over () as later_people
        from (
          select t.*, greatest(t.checked_in_at, t.starts_at - t.grace) as from_at, least(t.checked_out_at, t.ends_at + t.grace) as to_at,
            t.grade >= 'C' or t.entered_at > t.ends_at + make_interval(hours => :later) as later
          from attendance.attended t
          join opportunities.placed o on o.id = t.opportunity_id
          where t.shift_id = :shift and o.nature = 'free'
        ) a
      ) c
      where c.minutes >= 1
        and (cast(:attendances as bigint[]) is null or c.attendance_id = any(cast(:attendances as bigint[])))
        and not exists (select 1 from hours.claim k where k.attendance_id = c.attendance_id
          and (k.state in ('proposed', 'confirmed') or k.found_at is not null or cast(:attendances as bigint[]) is null))
      order by c.volunteer_id
      on conflict do nothing
      returning id""";

  private final JdbcClient db;

  ClaimTable(JdbcClient db) {
    this.db = db;
  }

  /** @param attendances only these, and again where an earlier claim was refused or reversed, unless a finding ended it; null: all that were never claimed */
  List<Long> propose(long shift, @Nullable Long by, HourLimits limits, int majority, @Nullable Collection<Long> attendances) {
    return db.sql(PROPOSE).param("shift", shift).param("by", by).param("clock", limits.clockHours()).param("late", limits.lateHours())
        .param("later", limits.laterEntryHours()).param("many", limits.manyLater()).param("majority", majority)
        .param("attendances", attendances == null ? null : attendances.toArray(Long[]::new)).query((row, number) -> row.getLong(1)).list();
  }

  /** Locks those that are still proposed, in the order of their ids so that two people never wait for each other. */
  List<OpenClaim> open(long organization, Collection<Long> ids) {
    return db.sql("""
        select id, volunteer_id, lower(during) as from_at, upper(during) as to_at, minutes, needs_second, decided_by, vouched_level, reason
        from hours.claim
        where id = any(:ids) and organization_id = :organization and state = 'proposed'
        order by id for update""")
        .param("ids", ids.toArray(Long[]::new)).param("organization", organization)
        .query((row, number) -> openClaim(row)).list();
  }

  /** Locks a claim that stands in the ledger. */
  List<OpenClaim> standing(long organization, long id) {
    return db.sql("""
        select id, volunteer_id, lower(during) as from_at, upper(during) as to_at, minutes, false as needs_second, decided_by, null as vouched_level,
          reason
        from hours.claim
        where id = :id and organization_id = :organization and state = 'confirmed'
        for update""")
        .param("id", id).param("organization", organization).query((row, number) -> openClaim(row)).list();
  }

  private static OpenClaim openClaim(ResultSet row) throws SQLException {
    String level = row.getString("vouched_level");
    return new OpenClaim(row.getLong("id"), row.getLong("volunteer_id"), row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getObject("to_at", OffsetDateTime.class).toInstant(), row.getInt("minutes"), row.getBoolean("needs_second"),
        level == null ? null : new Settler(row.getLong("decided_by"), Level.of(level)), row.getString("reason"));
  }

  /** What stands in the ledger already, by person and day. */
  Map<PersonDay, Integer> minutesOfDays(Collection<Long> volunteers, LocalDate first, LocalDate last) {
    Map<PersonDay, Integer> found = new HashMap<>();
    db.sql("""
        select volunteer_id, day, sum(minutes) as minutes from hours.entry
        where volunteer_id = any(:volunteers) and day between :first and :last
        group by volunteer_id, day""")
        .param("volunteers", volunteers.toArray(Long[]::new)).param("first", first).param("last", last)
        .query(row -> {
          found.put(new PersonDay(row.getLong("volunteer_id"), row.getObject("day", LocalDate.class)), row.getInt("minutes"));
        });
    return found;
  }

  /** Of which person, on which day. */
  record PersonDay(long volunteer, LocalDate day) {}

  /** Minutes that an organisation confirmed on days of this span; what people declare is not its own. */
  long minutesOf(long organization, LocalDate first, LocalDate last) {
    return db.sql("select coalesce(sum(minutes), 0) from hours.entry where organization_id = :organization and day between :first and :last and grade < 'E'")
        .param("organization", organization).param("first", first).param("last", last).query(Long.class).single();
  }

  void confirm(Collection<Long> ids, Settler by, @Nullable String reason) {
    db.sql("""
        update hours.claim
        set state = 'confirmed', decided_at = now(),
          seconded_by = case when vouched_at is null then null else :by end,
          decided_by = case when vouched_at is null then :by else decided_by end,
          reason = coalesce(:reason, reason)
        where id = any(:ids)""")
        .param("by", by.account()).param("reason", reason).param("ids", ids.toArray(Long[]::new)).update();
  }

  /** The first of two confirmations; the claim stays proposed and asks for a second person from now on. */
  void vouch(Collection<Long> ids, Settler by, @Nullable String reason) {
    db.sql("""
        update hours.claim
        set decided_by = :by, vouched_at = now(), vouched_level = :level, needs_second = true, reason = coalesce(:reason, reason)
        where id = any(:ids)""")
        .param("by", by.account()).param("level", by.level().code()).param("reason", reason).param("ids", ids.toArray(Long[]::new)).update();
  }

  void refuse(Collection<Long> ids, long by, String code, @Nullable String reason) {
    db.sql("""
        update hours.claim
        set state = 'refused', decided_at = now(), decided_by = :by, vouched_at = null, vouched_level = null,
          reason_code = :code, reason = coalesce(:reason, reason)
        where id = any(:ids)""")
        .param("by", by).param("code", code).param("reason", reason).param("ids", ids.toArray(Long[]::new)).update();
  }

  /** A finding ended it: nobody proposes it again. */
  void found(long id) {
    db.sql("update hours.claim set found_at = now() where id = :id").param("id", id).update();
  }

  void reversed(long id) {
    db.sql("update hours.claim set state = 'reversed' where id = :id").param("id", id).update();
  }

  /** Between which instants a claim may lie: its shift and the grace. */
  Bounds bounds(long id) {
    return db.sql("""
        select f.starts_at - make_interval(mins => f.grace_minutes) as earliest, f.ends_at + make_interval(mins => f.grace_minutes) as latest
        from hours.claim c join participation.shift_facts f on f.shift_id = c.shift_id
        where c.id = :id""")
        .param("id", id)
        .query((row, number) -> new Bounds(row.getObject("earliest", OffsetDateTime.class).toInstant(), row.getObject("latest", OffsetDateTime.class).toInstant()))
        .single();
  }

  /** From when to when somebody's time may lie. */
  record Bounds(Instant earliest, Instant latest) {

    boolean holds(Instant from, Instant to) {
      return from.isBefore(to) && !from.isBefore(earliest) && !to.isAfter(latest);
    }
  }

  /** A claim that was refused or reversed. */
  Optional<Ended> ended(long organization, long id) {
    return db.sql("""
        select shift_id, attendance_id from hours.claim
        where id = :id and organization_id = :organization and state in ('refused', 'reversed') and attendance_id is not null""")
        .param("id", id).param("organization", organization)
        .query((row, number) -> new Ended(row.getLong("shift_id"), row.getLong("attendance_id"))).optional();
  }

  /** Whose attendance it was, in which shift. */
  record Ended(long shift, long attendance) {}

  /** Other times for a claim that is still open; whoever had confirmed the old ones has confirmed nothing. */
  void retime(long id, Instant from, Instant to, int minutes, int lateHours, String reason) {
    db.sql("""
        update hours.claim c
        set during = tstzrange(:from, :to), minutes = :minutes, reason = :reason, decided_by = null, vouched_at = null, vouched_level = null,
          entered_at = now(), needs_second = c.needs_second or now() > f.ends_at + make_interval(hours => :late),
          flags = array(select distinct unnest(array_cat(
            array(select flag from unnest(c.flags) as flag where flag not in ('no-check-out', 'over-eight', 'over-twelve')),
            array_remove(array['corrected', case when :minutes > 720 then 'over-twelve' when :minutes > 480 then 'over-eight' end,
              case when now() > f.ends_at + make_interval(hours => :late) then 'late' end], null))) order by 1)
        from participation.shift_facts f
        where c.id = :id and f.shift_id = c.shift_id""")
        .param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).param("minutes", minutes)
        .param("late", lateHours).param("reason", reason).param("id", id).update();
  }

  /** Shifts of these claims, with what supervisors should know of them. */
  List<ShiftWaiting> waiting(Collection<Long> ids) {
    return db.sql("""
        select f.shift_id, f.title, f.organization_id, count(*) filter (where c.state = 'proposed') as open,
          count(*) filter (where c.state = 'proposed' and c.vouched_at is not null) as vouched
        from participation.shift_facts f join hours.claim c on c.shift_id = f.shift_id
        where f.shift_id in (select shift_id from hours.claim where id = any(:ids))
        group by f.shift_id, f.title, f.organization_id""")
        .param("ids", ids.toArray(Long[]::new)).query((row, number) -> waiting(row)).list();
  }

  /** Shifts whose clock has run out with nobody having confirmed. */
  List<ShiftWaiting> overdue() {
    return db.sql("""
        select f.shift_id, f.title, f.organization_id, count(*) as open, 0 as vouched
        from hours.claim c join participation.shift_facts f on f.shift_id = c.shift_id
        where c.state = 'proposed' and c.due_at < now() and c.vouched_at is null
        group by f.shift_id, f.title, f.organization_id
        order by f.shift_id limit 500""")
        .query((row, number) -> waiting(row)).list();
  }

  private static ShiftWaiting waiting(ResultSet row) throws SQLException {
    return new ShiftWaiting(row.getLong("shift_id"), row.getString("title"), row.getLong("organization_id"), row.getInt("open"), row.getInt("vouched"));
  }

  /** How many claims of a shift are open, and how many of them one person has confirmed. */
  record ShiftWaiting(long shiftId, String title, long organizationId, int open, int vouched) {}

  List<ClaimId> openOf(long shift) {
    return db.sql("select id from hours.claim where shift_id = :shift and state = 'proposed' order by id").param("shift", shift)
        .query((row, number) -> row.getLong(1)).list().stream().map(ClaimId::new).toList();
  }
}
