package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;

/** What closed days left behind: achievements, thanks, a few incidents; and one day of the first organisation that waits to be closed. */
final class DaybookRows {

  /** Sums by field: unit, and how many for each person who came. */
  private static final String ACHIEVED = """
      insert into daybook.goods (shift_id, key, kind, quantity, unit, written_by, written_at)
      select c.shift_id, 'demo-goods-' || c.shift_id, 'achieved', c.came * u.each + c.shift_id % 7 + 1, u.unit, c.closed_by, c.closed_at
      from attendance.closure c
      join opportunities.shift s on s.id = c.shift_id
      join opportunities.opportunity o on o.id = s.opportunity_id
      join (values ('ENV', 'waste-bags', 3), ('HLT', 'blood-bags', 1), ('FOO', 'meals', 12), ('SOC', 'parcels', 4), ('EDU', 'lessons', 2), ('CUL', 'books', 9),
                   ('ELD', 'visits', 2), ('CHD', 'people', 5), ('EMG', 'parcels', 6)) u (field, unit, each) on u.field = o.field_code
      where c.came > 0 and c.shift_id % 2 = 0
      """;

  private static final String TREES = """
      update daybook.goods g set unit = 'trees', quantity = g.quantity * 4
      from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id
      where s.id = g.shift_id and o.field_code = 'ENV' and o.title like '%شج%'
      """;

  private static final String THANKS = """
      insert into daybook.thanks (shift_id, words, sent_by, sent_at, people)
      select c.shift_id, 'شكرًا جزيلًا على مشاركتكم. بفضلكم تمّ العمل على أحسن وجه، ونسعد بلقائكم في المرة القادمة.', c.closed_by, c.closed_at, c.came
      from attendance.closure c where c.came > 0 and c.shift_id % 3 = 0
      """;

  private static final String INCIDENTS = """
      with chosen as (
        select c.shift_id, c.closed_by, c.closed_at, s.starts_at, o.organization_id, o.address, row_number() over (order by s.starts_at desc, c.shift_id) as n
        from attendance.closure c
        join opportunities.shift s on s.id = c.shift_id
        join opportunities.opportunity o on o.id = s.opportunity_id
        where c.came > 2 and o.address <> '' and (c.shift_id % 211 = 0 or (o.organization_id = 1 and c.shift_id % 5 = 0))
        order by s.starts_at desc, c.shift_id limit 12
      ),
      incident as (
        insert into daybook.incident (organization_id, shift_id, year, number, serious_at)
        select organization_id, shift_id, extract(year from starts_at at time zone 'Africa/Algiers'),
               row_number() over (partition by organization_id, extract(year from starts_at at time zone 'Africa/Algiers') order by starts_at, shift_id),
               case when n = 2 then closed_at end
        from chosen
        returning id, shift_id
      )
      insert into daybook.incident_part (incident_id, part, key, happened_at, place, words, hurt, concerned, help, measures, serious, written_by, written_at)
      select i.id, 0, 'demo-incident-' || i.id, c.starts_at + interval '70 minutes', c.address,
             case c.n % 4 when 0 then 'انزلق متطوع على أرض مبللة قرب المدخل وسقط على يده.'
                          when 1 then 'انكسر مقبض مجرفة أثناء العمل وأصاب سيارة متوقفة بخدش.'
                          when 2 then 'شعر أحد المتطوعين بتعب شديد بسبب الحر، فأُوقف العمل ونُقل إلى الظل ثم إلى العيادة.'
                          else 'دخلت شوكة في يد متطوع أثناء جمع الأغصان.' end,
             case c.n % 4 when 1 then 0 else 1 end, '', case c.n % 4 when 1 then 'none' when 2 then 'doctor' else 'first-aid' end,
             'أُوقف العمل في المكان ونُبّه الجميع.', c.n = 2, c.closed_by, c.closed_at
      from incident i join chosen c on c.shift_id = i.shift_id
      """;

  private static final String ADDITIONS = """
      insert into daybook.incident_part (incident_id, part, key, words, serious, written_by, written_at)
      select p.incident_id, 1, 'demo-incident-more-' || p.incident_id, 'اتصلنا بالمعني في اليوم الموالي: عاد إلى نشاطه، ولم تُسجَّل أضرار أخرى.', false,
             p.written_by, p.written_at + interval '20 hours'
      from daybook.incident_part p where p.incident_id % 3 = 0
      """;

  private static final String WITNESSES = """
      insert into daybook.incident_witness (incident_id, part, position, name, contact)
      select incident_id, 0, 0, 'رشيد بوزيد', '0550 00 00 12' from daybook.incident_part where part = 0 and incident_id % 2 = 0
      """;

  private static final String MATTERS = """
      insert into supervision.matter (kind, subject_id, wilaya_code, commune_code, fields, summary, opened_at, due_at)
      select 'incident-serious', i.id, o.wilaya_code, o.commune_code, array_remove(array[o.field_code], null), g.name_ar, i.serious_at, i.serious_at + interval '2 days'
      from daybook.incident i join opportunities.shift s on s.id = i.shift_id join opportunities.opportunity o on o.id = s.opportunity_id
      join organizations.organization g on g.id = i.organization_id
      where i.serious_at is not null
      """;

  /** A shift that ended an hour ago: twelve seats, one person still in, one absence, one person without a mark. */
  private static final String WAITING_DAY = """
      with place as (
        select o.id, o.wilaya_code, (select account_id from organizations.member where organization_id = 1 and role = 'coordinator' order by account_id limit 1) as coordinator
        from opportunities.opportunity o where o.organization_id = 1 and o.state = 'published' and not o.remote order by o.id limit 1
      ),
      shift as (
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken)
        select id, cast(? as timestamptz) - interval '5 hours', cast(? as timestamptz) - interval '1 hour', 14, 12 from place returning id, starts_at, ends_at
      ),
      people as (
        select v.account_id, row_number() over (order by v.account_id) as n
        from volunteers.volunteer v, place p, shift s
        where v.wilaya_code = p.wilaya_code and v.birth_year between 1960 and 2004 and v.account_id > 100
          and not exists (select from participation.application a join opportunities.shift t on t.id = a.shift_id
                          where a.volunteer_id = v.account_id and t.starts_at < s.ends_at + interval '1 day' and t.ends_at > s.starts_at - interval '1 day')
          and not exists (select from organizations.member m where m.account_id = v.account_id)
        order by v.account_id limit 12
      ),
      seat as (
        insert into participation.application (shift_id, volunteer_id, state, applied_at, state_since)
        select s.id, p.account_id, 'accepted', s.starts_at - interval '4 days', s.starts_at - interval '4 days' from people p, shift s order by p.n
        returning id, volunteer_id
      )
      insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, no_show_at, no_show_by)
      select s.id, p.account_id, a.id, case when p.n < 11 then s.starts_at + p.n * interval '1 minute' end, case when p.n < 11 then l.coordinator end,
             case when p.n between 2 and 9 then s.ends_at - p.n * interval '1 minute' when p.n = 10 then s.ends_at + interval '25 minutes' end,
             case when p.n between 2 and 10 then l.coordinator end,
             case when p.n = 11 then s.starts_at + interval '1 hour' end, case when p.n = 11 then l.coordinator end
      from people p join seat a on a.volunteer_id = p.account_id, shift s, place l where p.n < 12
      """;

  private final Connection connection;
  private final LocalDateTime now;

  DaybookRows(Connection connection, LocalDateTime now) {
    this.connection = connection;
    this.now = now;
  }

  /** After everything else: numbers are taken from the sequences. */
  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : new String[] {ACHIEVED, TREES, THANKS, INCIDENTS, ADDITIONS, WITNESSES, MATTERS}) statement.execute(sql);
    }
    try (PreparedStatement day = connection.prepareStatement(WAITING_DAY)) {
      day.setString(1, Instants.at(now));
      day.setString(2, Instants.at(now));
      day.executeUpdate();
    }
  }
}
