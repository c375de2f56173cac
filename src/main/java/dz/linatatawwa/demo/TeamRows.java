package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** People who come together: teams with seats in coming shifts, a class that asks as one, a family, friends, and seats that look for a stand-in. */
final class TeamRows {

  /** Of shifts to come with enough people of age, one for each of the first organisations: four of them are a team. */
  private static final String CHOSEN = """
      create temporary table joined on commit drop as
      select s.shift_id, s.organization_id, dense_rank() over (order by s.organization_id) as n, a.id as application_id, a.volunteer_id, a.k
      from (select distinct on (f.organization_id) f.shift_id, f.organization_id
            from participation.shift_facts f
            join participation.application p on p.shift_id = f.shift_id and p.state = 'accepted'
            join volunteers.volunteer v on v.account_id = p.volunteer_id and v.birth_year < 2004
            where f.starts_at > now() + interval '20 hours' and f.shift_state = 'open' and f.opportunity_state = 'published'
            group by f.organization_id, f.shift_id, f.starts_at having count(*) >= 6
            order by f.organization_id, f.starts_at, f.shift_id) s
      cross join lateral (
        select p.id, p.volunteer_id, row_number() over (order by p.id) as k
        from participation.application p join volunteers.volunteer v on v.account_id = p.volunteer_id and v.birth_year < 2004
        where p.shift_id = s.shift_id and p.state = 'accepted' order by p.id limit 6) a
      where s.organization_id in (select distinct organization_id from participation.shift_facts order by organization_id limit 40)
      """;

  /** Nobody leads two of them. */
  private static final String ONCE = """
      delete from joined j using joined c where c.n = j.n and c.k = 1
        and exists (select from joined o where o.k = 1 and o.volunteer_id = c.volunteer_id and o.n < c.n)
      """;

  private static final String TEAMS = """
      insert into teams.team (name, captain_id, second_id, made_at)
      select (array['فريق الحي', 'أصدقاء الغابة', 'شباب البلدية', 'زملاء المستشفى', 'نادي الدراجات', 'طلبة الهندسة', 'الجيران', 'قدماء الثانوية', 'سواعد الخير', 'فريق السبت'])[1 + (n - 1) % 10],
        max(volunteer_id) filter (where k = 1), max(volunteer_id) filter (where k = 2), now() - interval '40 days'
      from joined where k <= 4 group by n order by n
      """;

  private static final String MEMBERS = """
      insert into teams.member (team_id, person_id, asked_at, accepted_at)
      select t.id, j.volunteer_id, now() - interval '39 days', case when j.k <= 4 then now() - interval '38 days' end
      from joined j join teams.team t on t.captain_id = (select c.volunteer_id from joined c where c.n = j.n and c.k = 1)
      where j.k <= 5
      on conflict do nothing
      """;

  private static final String PARTIES = """
      with made as (
        insert into participation.party (shift_id, kind, name, whole, made_by, made_at)
        select c.shift_id, 'team', t.name, true, c.volunteer_id, now() - interval '2 days'
        from joined c join teams.team t on t.captain_id = c.volunteer_id where c.k = 1
        returning id, shift_id, made_by),
      told as (
        insert into teams.registration (party_id, team_id) select m.id, t.id from made m join teams.team t on t.captain_id = m.made_by)
      update participation.application a set party_id = m.id
      from made m join joined j on j.shift_id = m.shift_id and j.k <= 4 where a.id = j.application_id
      """;

  /** The fifth of each comes with a friend, who is the sixth. */
  private static final String FRIENDS = """
      insert into teams.friendship (shift_id, host_id, guest_id, guest_yes_at, host_yes_at)
      select h.shift_id, h.volunteer_id, g.volunteer_id, now() - interval '1 day', case when h.n % 3 <> 0 then now() - interval '20 hours' end
      from joined h join joined g on g.n = h.n and g.k = 6 where h.k = 5
      """;

  /** Where a seat is free, the sixth brings somebody of the family. */
  private static final String FAMILIES = """
      with free as (
        select j.application_id, j.shift_id, j.n from joined j join opportunities.shift s on s.id = j.shift_id where j.k = 6 and s.taken + 2 <= s.capacity),
      grown as (update participation.application a set seats = 3 from free f where a.id = f.application_id returning a.id, a.shift_id),
      taken as (update opportunities.shift s set taken = s.taken + 2 from grown g where s.id = g.shift_id returning s.id)
      insert into participation.named_person (application_id, name, birth_year, relation)
      select g.id, p.name, p.born, p.relation from grown g, (values ('خديجة بن عمر', 1961, 'parent'), ('نسيم', 1994, 'sibling')) p (name, born, relation)
      """;

  /** Seats that are offered, and for the first organisation some that wait for its coordinator. */
  private static final String OFFERS = """
      insert into teams.seat_offer (kind, application_id, shift_id, giver_id, listed, made_at, state, taker_id, taken_at)
      select 'stand-in', j.application_id, j.shift_id, j.volunteer_id, true, now() - interval '5 hours',
        case when j.n = 1 then 'taken' else 'offered' end, case when j.n = 1 then v.account_id end, case when j.n = 1 then now() - interval '1 hour' end
      from joined j
      cross join lateral (
        select v.account_id from volunteers.volunteer v join volunteers.volunteer g on g.account_id = j.volunteer_id and g.wilaya_code = v.wilaya_code
        where v.birth_year < 2000 and v.account_id > 1000 and not exists (select from participation.application a where a.volunteer_id = v.account_id and a.shift_id = j.shift_id)
        order by v.account_id limit 1) v
      where j.k = 5 and not exists (select from participation.application w where w.shift_id = j.shift_id and w.state = 'waiting')
      """;

  /** The volunteer of the demonstration leads a team too, and somebody asks to join it. */
  private static final String OF_LOGIN = """
      with me as (
        select v.account_id, v.wilaya_code from volunteers.volunteer v join accounts.account a on a.id = v.account_id
        where a.email = 'volunteer@example.org' and not exists (select from teams.team t where t.captain_id = v.account_id)),
      made as (insert into teams.team (name, captain_id, made_at) select 'أصدقاء الحديقة', account_id, now() - interval '20 days' from me returning id, captain_id)
      insert into teams.member (team_id, person_id, asked_at, accepted_at)
      select m.id, p.account_id, now() - interval '3 days', case when p.n < 4 then now() - interval '2 days' end
      from made m
      cross join lateral (
        select m.captain_id as account_id, 0 as n
        union all
        select account_id, n from (
          select v.account_id, row_number() over (order by v.account_id) as n
          from volunteers.volunteer v join me on me.wilaya_code = v.wilaya_code and me.account_id <> v.account_id where v.birth_year between 1985 and 2003 and v.account_id > 100
          order by v.account_id limit 4) o) p
      """;

  /** A class whose leader asks for places for all of it. */
  private static final String CLASS = """
      with asked as (
        select a.id, a.shift_id, row_number() over (order by a.id) as k
        from participation.application a join participation.shift_facts f on f.shift_id = a.shift_id
        where a.state = 'pending' and f.starts_at > now()
          and f.shift_id = (select p.shift_id from participation.application p join participation.shift_facts g on g.shift_id = p.shift_id
                            where p.state = 'pending' and g.starts_at > now() and g.organization_id = 1 group by p.shift_id order by count(*) desc, p.shift_id limit 1)),
      made as (
        insert into participation.party (shift_id, kind, name, whole, made_by)
        select min(shift_id), 'group', 'قسم الثالثة ثانوي علوم', true, (select account_id from organizations.member order by organization_id desc, account_id limit 1) from asked having count(*) > 2
        returning id)
      update participation.application a set party_id = m.id from made m, asked k where a.id = k.id and k.k <= 12
      """;

  private final Connection connection;

  TeamRows(Connection connection) {
    this.connection = connection;
  }

  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : new String[] {CHOSEN, ONCE, TEAMS, MEMBERS, PARTIES, FRIENDS, FAMILIES, OFFERS, CLASS, OF_LOGIN}) statement.execute(sql);
      rule(statement);
    }
  }

  /** In the first organisation a coordinator confirms who stands in. */
  private static void rule(Statement statement) throws SQLException {
    statement.execute("""
        insert into teams.seat_offer_rule (opportunity_id, by_coordinator, closing_hours, changed_by, changed_at)
        select o.id, true, 6, (select account_id from organizations.member where organization_id = 1 and role in ('owner', 'coordinator') order by role, account_id limit 1), now()
        from opportunities.opportunity o where o.organization_id = 1 and o.state = 'published'
        """);
  }
}
