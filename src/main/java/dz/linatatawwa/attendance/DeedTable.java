package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the day's deeds. The two that come by the thousand, a first check-in at the desk and the check-out after it, are one statement
 *  each that checks, marks and records: one round trip and one durable write, and the same row that the {@link Fold} would give. A statement
 *  that gives no row changed nothing; {@link Merging} then takes the deed. */
@Repository
class DeedTable {

  /** A deed as it was kept. */
  record Kept(String key, long shiftId, long volunteerId, String deed, Instant at, String outcome, @Nullable String why) {}

  /** Who may mark, in which bounds, and with which application; an empty result for everybody else. The day is held open before it is looked
   *  whether it is: one that is being closed at this moment is waited for. */
  static final String PLACE = """
      with place as (
        select f.shift_id, f.starts_at - make_interval(mins => f.grace_minutes) as opens, f.ends_at + make_interval(mins => f.grace_minutes) as shuts,
               (select a.id from participation.application a
                where a.shift_id = :shift and a.volunteer_id = :volunteer and a.state = 'accepted') as application_id
        from participation.shift_facts f
        join organizations.runner r on r.organization_id = f.organization_id and r.account_id = :by
        where f.shift_id = :shift and f.shift_state <> 'cancelled' and :volunteer <> :by
          and not exists (select from attendance.deed d where d.key = :key)
          and attendance.held_open(:shift)
      ),
      """;

  private static final String RECORD = """
      , deed as (
        insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account)
        select :key, :shift, :volunteer, :deed, m.at, :by from mark m
        returning at
      )
      select at from deed
      """;

  private static final String IN = PLACE + """
      mark as (
        insert into attendance.attendance as t (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by)
        select p.shift_id, :volunteer, p.application_id, :at, :by from place p
        where :at between p.opens and p.shuts and (p.application_id is not null or :deed = 'walk-in')
          and participation.young_fault(p.shift_id, :volunteer, :at) is null
        on conflict (shift_id, volunteer_id) do nothing
        returning checked_in_at as at
      )
      """ + RECORD;

  private static final String OUT = PLACE + """
      mark as (
        update attendance.attendance t set checked_out_at = least(:at, p.shuts), checked_out_by = :by
        from place p
        where t.shift_id = p.shift_id and t.volunteer_id = :volunteer and t.closed_at is null and not t.folded
          and t.checked_in_at < least(:at, p.shuts) and t.checked_out_at is null
        returning checked_out_at as at
      )
      """ + RECORD;

  private static final String COUNTING = """
      select key, deed, at, by_account, via, device, two_sided, times_in, times_out, undoes, reason
      from attendance.counting where shift_id = :shift and volunteer_id = :volunteer
      """;

  private final JdbcClient db;

  DeedTable(JdbcClient db) {
    this.db = db;
  }

  /** The first deed about somebody: a check-in or walk-in. */
  Optional<Instant> in(Mark mark, DeedKind kind, Instant at) {
    return run(IN, mark, kind, at);
  }

  /** A check-out after nothing but a check-in. */
  Optional<Instant> out(Mark mark, Instant at) {
    return run(OUT, mark, DeedKind.CHECK_OUT, at);
  }

  Optional<Kept> kept(String key) {
    return db.sql("select key, shift_id, volunteer_id, deed, coalesce(told_at, at) as at, outcome, why from attendance.deed where key = :key").param("key", key)
        .query(Kept.class).optional();
  }

  /** Everything about a person in a shift that counts. */
  List<DayDeed> counting(ShiftId shift, AccountId volunteer) {
    return db.sql(COUNTING).param("shift", shift.value()).param("volunteer", volunteer.value()).query(DeedTable::deed).list();
  }

  /** One deed as it was made, whether it counts or not. */
  DayDeed deed(String key) {
    return db.sql("""
        select key, deed, at, by_account, via, device, two_sided, times_in, times_out, undoes, reason from attendance.deed where key = :key
        """).param("key", key).query(DeedTable::deed).single();
  }

  /** Keeps a deed with its answer, for ever. */
  void keep(Arrived arrived, Answer answer) {
    DayDeed deed = arrived.deed();
    Times times = deed.times();
    db.sql("""
        insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, via, device, sequence, device_at, two_sided, times_in,
                                     times_out, undoes, reason, outcome, why, told_at)
        values (:key, :shift, :volunteer, :deed, :at, :by, :via, :device, :sequence, :deviceAt, :twoSided, :in, :out, :undoes, :reason, :outcome, :why, :told)
        """)
        .param("key", deed.key()).param("shift", arrived.shift().value()).param("volunteer", arrived.volunteer().value())
        .param("deed", deed.kind().code()).param("at", Sql.at(deed.at())).param("by", deed.by()).param("via", deed.via().code())
        .param("device", deed.device()).param("sequence", arrived.sequence()).param("deviceAt", Sql.at(arrived.deviceAt()))
        .param("twoSided", deed.twoSided()).param("in", times == null ? null : Sql.at(times.in()))
        .param("out", times == null ? null : Sql.at(times.out())).param("undoes", deed.undoes()).param("reason", arrived.reason())
        .param("outcome", answer.outcome().code()).param("why", answer.code())
        .param("told", answer.at().equals(deed.at()) ? null : Sql.at(answer.at())).update();
  }

  private static DayDeed deed(ResultSet row, int number) throws SQLException {
    Instant in = instant(row, "times_in");
    String reason = row.getString("reason");
    Times times = in == null ? null : new Times(in, instant(row, "times_out"), reason == null ? "" : reason);
    return new DayDeed(row.getString("key"), DeedKind.of(row.getString("deed")).orElseThrow(), row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("by_account"), Via.of(row.getString("via")).orElseThrow(), row.getString("device"), row.getBoolean("two_sided"), times,
        row.getString("undoes"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private Optional<Instant> run(String sql, Mark mark, DeedKind kind, Instant at) {
    return db.sql(sql).param("key", mark.key()).param("shift", mark.shift().value()).param("volunteer", mark.volunteer().value())
        .param("by", mark.by().value()).param("deed", kind.code()).param("at", Sql.at(at)).query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
  }
}
