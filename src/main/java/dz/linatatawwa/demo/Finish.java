package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What follows from the rows: kept totals, the next numbers, and the planner's statistics. */
final class Finish {

  private final Connection connection;

  Finish(Connection connection) {
    this.connection = connection;
  }

  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      totals(statement);
      samples(statement);
      doubts(statement);
      numbers(statement);
    }
  }

  private static void totals(Statement statement) throws SQLException {
    statement.execute("insert into hours.volunteer_total select volunteer_id, grade, sum(minutes) from hours.entry group by 1, 2");
    statement.execute("insert into hours.organization_total select organization_id, grade, sum(minutes) from hours.entry where organization_id is not null group by 1, 2");
    statement.execute("insert into hours.day_total select day, wilaya_code, grade, sum(minutes) from hours.entry group by 1, 2, 3");
  }

  /** Twelve weekly draws, each as its seed draws it; most people answer, and nearly all of them say yes. */
  private static void samples(Statement statement) throws SQLException {
    statement.execute("""
        create temporary table drawn on commit drop as
        select w.seed, w.from_at, w.until_at, c.id as claim_id, c.volunteer_id, c.state,
          ('x' || encode(substring(sha256(convert_to(w.seed || ':' || c.id, 'UTF8')) from 1 for 4), 'hex'))::bit(32)::bigint * 1000 / 4294967296 < 15 as picked
        from (select encode(sha256(convert_to('demonstration ' || i, 'UTF8')), 'hex') as seed,
            date_trunc('hour', now()) - make_interval(days => 7 * i + 1) as from_at, date_trunc('hour', now()) - make_interval(days => 7 * i - 6) as until_at
          from generate_series(1, 12) as i) w
        join hours.claim c on c.decided_at >= w.from_at and c.decided_at < w.until_at and c.state in ('confirmed', 'reversed') and c.grade <> 'E'
        """);
    statement.execute("""
        insert into integrity.draw (seed, from_at, until_at, permille, population, drawn, drawn_at)
        select seed, from_at, until_at, 15, count(*), count(*) filter (where picked), until_at from drawn group by seed, from_at, until_at order by from_at
        """);
    statement.execute("""
        insert into integrity.sample (draw_id, claim_id, volunteer_id, asked_at, due_at, answer, answered_at)
        select w.id, d.claim_id, d.volunteer_id, d.until_at, d.until_at + interval '14 days',
          case when abs(hashint8(d.claim_id)) % 100 < 71 then case when abs(hashint8(d.claim_id + 7)) % 100 < 97 then 'yes' else 'no' end end,
          case when abs(hashint8(d.claim_id)) % 100 < 71 then least(now(), d.until_at + make_interval(hours => abs(hashint8(d.claim_id + 3)) % 150)) end
        from drawn d join integrity.draw w on w.seed = d.seed
        where d.picked and d.state = 'confirmed'
        order by w.id, d.claim_id
        """);
  }

  /** Something for the integrity desk to find: parents who confirm their children's hours, weeks entered on one evening, shifts of walk-ins with the same minutes. */
  private static void doubts(Statement statement) throws SQLException {
    statement.execute("""
        update volunteers.guardian_consent w set guardian_contact = a.email
        from (select distinct on (c.organization_id) c.volunteer_id, c.decided_by
          from hours.claim c join volunteers.guardian_consent g on g.volunteer_id = c.volunteer_id
          where c.state = 'confirmed' and c.organization_id % 23 = 1 order by c.organization_id, c.id limit 12) child
        join accounts.account a on a.id = child.decided_by
        where w.volunteer_id = child.volunteer_id and a.email is not null
        """);
    statement.execute("""
        update hours.claim c set entered_at = b.evening + make_interval(secs => (c.id % 1800)::integer)
        from (select organization_id, max(upper(during)) + interval '4 days' as evening from hours.claim
          where state = 'confirmed' and organization_id % 29 = 1 and upper(during) < now() - interval '6 days'
          group by organization_id having count(*) >= 25 and sum(minutes) >= 4000 and count(distinct shift_id) >= 3 order by organization_id limit 9) b
        where c.organization_id = b.organization_id and c.state = 'confirmed' and upper(c.during) between b.evening - interval '60 days' and b.evening - interval '49 hours'
        """);
    statement.execute("""
        create temporary table alike on commit drop as
        select c.shift_id, s.starts_at, s.ends_at
        from hours.claim c join opportunities.shift s on s.id = c.shift_id
        where c.state in ('proposed', 'confirmed') and c.shift_id % 7 = 1
        group by c.shift_id, s.starts_at, s.ends_at
        having count(*) between 6 and 14 and bool_and(c.minutes * 60 <= extract(epoch from s.ends_at - s.starts_at))
          and not exists (select 1 from hours.claim m join hours.claim k on k.volunteer_id = m.volunteer_id and k.id <> m.id and k.during && tstzrange(s.starts_at, s.ends_at)
            where m.shift_id = c.shift_id)
        order by c.shift_id limit 10
        """);
    statement.execute("""
        update hours.claim c set during = tstzrange(a.starts_at, a.ends_at), flags = array['walk-in'],
          decided_at = case when c.state = 'confirmed' and a.shift_id % 2 = 1 then c.proposed_at + interval '14 seconds' else c.decided_at end
        from alike a where c.shift_id = a.shift_id and c.state in ('proposed', 'confirmed')
        """);
    statement.execute("""
        update attendance.attendance t set checked_in_at = a.starts_at, checked_out_at = a.ends_at, application_id = null
        from alike a where t.shift_id = a.shift_id and t.checked_out_at is not null
        """);
  }

  /** Rows were written with their numbers: the sequences go on after them. */
  private static void numbers(Statement statement) throws SQLException {
    for (String table : new String[] {"accounts.account", "organizations.organization", "opportunities.opportunity", "opportunities.shift",
        "participation.application", "attendance.attendance", "hours.claim", "hours.entry", "volunteers.guardian"}) {
      statement.execute("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select coalesce(max(id), 1) from " + table + "))");
    }
    statement.execute("select setval('volunteers.code', 900000)");
  }
}
