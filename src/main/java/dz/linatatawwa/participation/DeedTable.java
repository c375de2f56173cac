package dz.linatatawwa.participation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the day's deeds: each is one statement that checks, marks and records, so one round trip and one durable write. A statement
 *  that gives no row changed nothing; {@link DeedReasons} then finds out why. */
@Repository
class DeedTable {

  /** A deed as it was kept. */
  record Kept(String key, long shiftId, long volunteerId, String deed, Instant at, String outcome) {}

  /** Who may mark, in which bounds, and with which application; an empty result for everybody else. */
  private static final String PLACE = """
      with place as (
        select f.shift_id, f.starts_at, f.ends_at, f.capacity,
               f.starts_at - make_interval(mins => f.grace_minutes) as opens, f.ends_at + make_interval(mins => f.grace_minutes) as shuts,
               (select a.id from participation.application a
                where a.shift_id = :shift and a.volunteer_id = :volunteer and a.state = 'accepted') as application_id
        from participation.shift_facts f
        join organizations.runner r on r.organization_id = f.organization_id and r.account_id = :by
        where f.shift_id = :shift and f.shift_state <> 'cancelled' and :volunteer <> :by
          and not exists (select from participation.closure c where c.shift_id = :shift)
          and not exists (select from participation.deed d where d.key = :key)
      ),
      """;

  private static final String RECORD = """
      , deed as (
        insert into participation.deed (key, shift_id, volunteer_id, deed, at, by_account, before, reason, undoes)
        select :key, :shift, :volunteer, :deed, m.at, :by, m.before, :reason, :undoes from mark m
        returning at
      )
      select at from deed
      """;

  /** Check-in and walk-in. */
  private static final String IN = PLACE + """
      mark as (
        insert into participation.attendance as t (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by)
        select p.shift_id, :volunteer, p.application_id, :at, :by from place p
        where :at between p.opens and p.shuts and (p.application_id is not null or :deed = 'walk-in')
        on conflict (shift_id, volunteer_id) do update
          set checked_in_at = excluded.checked_in_at, checked_in_by = excluded.checked_in_by, no_show_at = null, no_show_by = null
          where t.checked_in_at is null and t.closed_at is null
        returning new.checked_in_at as at, case when old.id is null then null else to_jsonb(old) end as before
      )
      """ + RECORD;

  private static final String OUT = PLACE + """
      mark as (
        update participation.attendance t set checked_out_at = least(:at, p.shuts), checked_out_by = :by
        from place p
        where t.shift_id = p.shift_id and t.volunteer_id = :volunteer and t.closed_at is null
          and t.checked_in_at < least(:at, p.shuts) and t.checked_out_at is null
        returning new.checked_out_at as at, to_jsonb(old) as before
      )
      """ + RECORD;

  private static final String NO_SHOW = PLACE + """
      mark as (
        insert into participation.attendance as t (shift_id, volunteer_id, application_id, no_show_at, no_show_by)
        select p.shift_id, :volunteer, p.application_id, :at, :by from place p
        where p.application_id is not null and :at >= p.starts_at
        on conflict (shift_id, volunteer_id) do update set no_show_at = excluded.no_show_at, no_show_by = excluded.no_show_by
          where t.checked_in_at is null and t.no_show_at is null and t.closed_at is null
        returning new.no_show_at as at, case when old.id is null then null else to_jsonb(old) end as before
      )
      """ + RECORD;

  private static final String CORRECT = PLACE + """
      mark as (
        update participation.attendance t
        set checked_in_at = :in, checked_out_at = :out, checked_in_by = coalesce(t.checked_in_by, :by),
            checked_out_by = case when cast(:out as timestamptz) is null then null else :by end, out_proposed = false
        from place p
        where t.shift_id = p.shift_id and t.volunteer_id = :volunteer and t.closed_at is null and t.checked_in_at is not null
          and :in between p.opens and p.shuts and coalesce(:out, p.shuts) between p.opens and p.shuts
        returning cast(:at as timestamptz) as at, to_jsonb(old) as before
      )
      """ + RECORD;

  private static final String PUT_BACK = PLACE + """
      last as (
        select d.key, d.before from participation.deed d where d.key = :undoes
      ),
      gone as (
        delete from participation.attendance t using place p, last l
        where t.shift_id = p.shift_id and t.volunteer_id = :volunteer and t.closed_at is null and l.before is null
        returning to_jsonb(t) as before
      ),
      back as (
        update participation.attendance t
        set checked_in_at = (l.before ->> 'checked_in_at')::timestamptz, checked_in_by = (l.before ->> 'checked_in_by')::bigint,
            checked_out_at = (l.before ->> 'checked_out_at')::timestamptz, checked_out_by = (l.before ->> 'checked_out_by')::bigint,
            no_show_at = (l.before ->> 'no_show_at')::timestamptz, no_show_by = (l.before ->> 'no_show_by')::bigint
        from place p, last l
        where t.shift_id = p.shift_id and t.volunteer_id = :volunteer and t.closed_at is null and l.before is not null
        returning to_jsonb(old) as before
      ),
      mark as (select cast(:at as timestamptz) as at, before from (select before from gone union all select before from back) b)
      """ + RECORD;

  private final JdbcClient db;

  DeedTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Instant> in(Mark mark, String deed, Instant at) {
    return run(IN, mark, deed, at, null, null).query(Instant.class).optional();
  }

  Optional<Instant> out(Mark mark, Instant at) {
    return run(OUT, mark, "check-out", at, null, null).query(Instant.class).optional();
  }

  Optional<Instant> noShow(Mark mark, Instant at) {
    return run(NO_SHOW, mark, "no-show", at, null, null).query(Instant.class).optional();
  }

  Optional<Instant> correct(Mark mark, Times times, Instant at) {
    return run(CORRECT, mark, "correct", at, times.reason(), null)
        .param("in", Sql.at(times.in())).param("out", Sql.at(times.out()))
        .query(Instant.class).optional();
  }

  Optional<Instant> undo(Mark mark, String undone, Instant at) {
    return run(PUT_BACK, mark, "undo", at, null, undone).query(Instant.class).optional();
  }

  Optional<Kept> kept(String key) {
    return db.sql("select key, shift_id, volunteer_id, deed, at, outcome from participation.deed where key = :key").param("key", key)
        .query(Kept.class).optional();
  }

  /** The newest deed of a person that was not undone yet and changed something. */
  Optional<Kept> last(Mark mark) {
    return db.sql("""
        select d.key, d.shift_id, d.volunteer_id, d.deed, d.at, d.outcome from participation.deed d
        where d.shift_id = :shift and d.volunteer_id = :volunteer and d.deed <> 'undo' and d.outcome = 'done'
          and not exists (select from participation.deed u where u.undoes = d.key)
        order by d.made_at desc, d.key limit 1
        """).param("shift", mark.shift().value()).param("volunteer", mark.volunteer().value()).query(Kept.class).optional();
  }

  /** Keeps that a deed changed nothing, so that its key answers the same for ever. */
  void keepAlready(Mark mark, String deed, Instant at) {
    db.sql("""
        insert into participation.deed (key, shift_id, volunteer_id, deed, at, by_account, outcome)
        values (:key, :shift, :volunteer, :deed, :at, :by, 'already')
        on conflict (key) do nothing
        """).param("key", mark.key()).param("shift", mark.shift().value()).param("volunteer", mark.volunteer().value())
        .param("deed", deed).param("at", Sql.at(at)).param("by", mark.by().value()).update();
  }

  private JdbcClient.StatementSpec run(String sql, Mark mark, String deed, Instant at, @Nullable String reason, @Nullable String undoes) {
    return db.sql(sql).param("key", mark.key()).param("shift", mark.shift().value()).param("volunteer", mark.volunteer().value())
        .param("by", mark.by().value()).param("deed", deed).param("at", Sql.at(at)).param("reason", reason).param("undoes", undoes);
  }
}
