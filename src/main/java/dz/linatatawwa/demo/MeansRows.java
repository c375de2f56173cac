package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Goods that campaigns need, what people promised and brought of them, and things that organisations lend to each other. */
final class MeansRows {

  /** Three for each campaign, as its field asks. */
  private static final String NEEDS = """
      insert into means.need (organization_id, campaign_id, item, about, unit, target, surplus, until_day, bring_to, wilaya_code, commune_code, asked_by, asked_at)
      select c.organization_id, c.id, i.item, i.about, i.unit, i.target, i.n = 3, c.ends_on, coalesce(nullif(g.address, ''), 'مقر الجمعية') || '، من 09:00 إلى 17:00',
        g.wilaya_code, g.commune_code, m.account_id, c.starts_on - interval '15 days'
      from opportunities.campaign c
      join organizations.organization g on g.id = c.organization_id
      cross join lateral (select mode() within group (order by o.field_code) as field from opportunities.opportunity o where o.campaign_id = c.id) f
      join (values
        ('ENV', 1, 'شتلات صنوبر حلبي', 'بطول 30 سنتيمترًا على الأقل', 'pieces', 400), ('ENV', 2, 'قفازات عمل', '', 'pieces', 120), ('ENV', 3, 'أكياس نفايات متينة', 'سعة 100 لتر', 'boxes', 30),
        ('SOC', 1, 'بطانيات شتوية', 'جديدة أو نظيفة كالجديدة', 'pieces', 200), ('SOC', 2, 'معاطف أطفال', 'من 4 إلى 14 سنة', 'pieces', 80), ('SOC', 3, 'زيت المائدة', '', 'litres', 150),
        ('FOO', 1, 'دقيق', 'أكياس مغلقة', 'kilograms', 300), ('FOO', 2, 'تمر', '', 'kilograms', 120), ('FOO', 3, 'قوارير ماء 1.5 لتر', '', 'boxes', 60),
        ('HLT', 1, 'عصير ومسليات للمتبرعين', '', 'boxes', 25), ('HLT', 2, 'ضمادات معقمة', 'مغلقة وغير منتهية الصلاحية', 'boxes', 15), ('HLT', 3, 'قوارير ماء 0.5 لتر', '', 'boxes', 40),
        ('EDU', 1, 'محافظ مدرسية', '', 'pieces', 150), ('EDU', 2, 'كراريس 96 صفحة', '', 'boxes', 40), ('EDU', 3, 'أقلام ملونة', '', 'boxes', 30),
        ('ANY', 1, 'قوارير ماء 1.5 لتر', '', 'boxes', 40), ('ANY', 2, 'كراسٍ قابلة للطي', 'تُعاد بعد الحملة', 'pieces', 60), ('ANY', 3, 'كمامات وقفازات', '', 'boxes', 20)
      ) i (field, n, item, about, unit, target) on i.field = case when f.field in ('ENV', 'SOC', 'FOO', 'HLT', 'EDU') then f.field else 'ANY' end
      cross join lateral (select account_id from organizations.member m where m.organization_id = c.organization_id and m.role in ('owner', 'coordinator')
        order by m.role, m.account_id limit 1) m
      order by c.id, i.n
      """;

  /** What the first organisation's next days need, and its work as a whole. */
  private static final String NEEDS_OF_FIRST = """
      insert into means.need (organization_id, opportunity_id, item, about, unit, target, surplus, until_day, bring_to, wilaya_code, commune_code, asked_by, asked_at)
      select 1, case when i.n < 3 then o.id end, i.item, i.about, i.unit, i.target, i.n = 3, current_date + 20, coalesce(nullif(g.address, ''), 'مقر الجمعية') || '، من 09:00 إلى 17:00',
        g.wilaya_code, g.commune_code, m.account_id, now() - interval '12 days'
      from organizations.organization g
      cross join lateral (select id from opportunities.opportunity where organization_id = 1 and state = 'published' and not remote order by id limit 1) o
      cross join lateral (select account_id from organizations.member where organization_id = 1 and role in ('owner', 'coordinator') order by role, account_id limit 1) m
      cross join (values (1, 'قوارير ماء 1.5 لتر', 'للمتطوعين خلال اليوم', 'boxes', 30), (2, 'قفازات عمل', 'مقاسات مختلفة', 'pieces', 60), (3, 'حبر للطابعة', '', 'pieces', 6)) i (n, item, about, unit, target)
      where g.id = 1
      """;

  /** Up to seven givers each, from the same wilaya: together less than two thirds of the target; of what ended, all of it. */
  private static final String PLEDGES = """
      insert into means.pledge (need_id, key, pledged_by, amount, bring_on, note, pledged_at)
      select n.id, 'demo-pledge-' || n.id || '-' || v.k, v.account_id, greatest(1, n.target * (array[18, 12, 9, 7, 6, 5, 4])[v.k::int] / 100),
        least(n.until_day, case when n.until_day < current_date then n.until_day - 2 else current_date + v.k::int - 4 end),
        case v.k when 2 then 'أوصلها بسيارتي' when 5 then 'مع جيراني في العمارة' else '' end, least(now() - interval '5 hours', n.asked_at + v.k * interval '31 hours')
      from means.need n
      cross join lateral (
        select p.account_id, row_number() over (order by abs(hashint8(p.account_id * 31 + n.id))) as k
        from (select account_id from volunteers.volunteer where wilaya_code = n.wilaya_code and birth_year < 2004 and account_id > 100 order by account_id
              offset (n.id % 40) limit 60) p
        limit 7) v
      where v.k <= 3 + n.id % 5 and n.id % 9 <> 0
      order by n.id, v.k
      """;

  /** Now and then a neighbouring organisation promises a large part. */
  private static final String OF_BODIES = """
      insert into means.pledge (need_id, key, pledged_by, organization_id, amount, bring_on, pledged_at)
      select n.id, 'demo-pledge-body-' || n.id, b.account_id, b.organization_id, greatest(1, n.target / 4), least(n.until_day, current_date + 3), n.asked_at + interval '3 days'
      from means.need n
      cross join lateral (
        select m.organization_id, m.account_id from organizations.member m join organizations.organization g on g.id = m.organization_id
        where g.state = 'verified' and g.wilaya_code = n.wilaya_code and g.id <> n.organization_id and m.role = 'owner' order by abs(hashint8(m.organization_id + n.id)), m.account_id limit 1) b
      where n.id % 4 = 0 and n.target >= 20 and n.asked_at + interval '3 days' < now()
      """;

  /** What came: of what ended everything, else what was to come before today; the second giver brings half. */
  private static final String DELIVERIES = """
      insert into means.delivery (need_id, pledge_id, shift_id, key, amount, received_by, received_at)
      select p.need_id, p.id, d.shift_id, 'demo-delivery-' || p.id, case when p.note like '%سيارتي%' and n.until_day >= current_date then greatest(1, p.amount / 2) else p.amount end,
        n.asked_by, least(now() - interval '2 hours', greatest(p.pledged_at + interval '1 hour', (p.bring_on + time '10:30') at time zone 'Africa/Algiers'))
      from means.pledge p
      join means.need n on n.id = p.need_id
      left join lateral (
        select s.id as shift_id from opportunities.shift s where s.opportunity_id = n.opportunity_id and s.starts_at < now() and s.starts_at > now() - interval '1 day'
        order by s.starts_at desc limit 1) d on true
      where p.bring_on < current_date and p.id % 11 <> 0
      order by p.id
      """;

  private static final String CLOSE = """
      update means.need set closed_at = until_day + interval '1 day', closed_by = asked_by, closed_why = case when delivered >= target then 'enough' else 'over' end
      where until_day < current_date and id % 10 <> 0
      """;

  private static final String END = "update means.pledge p set ended_at = n.closed_at, ended_why = 'closed' from means.need n where n.id = p.need_id and n.closed_at is not null and p.ended_at is null and p.delivered < p.amount";

  /** Every eighth verified organisation, and the first one, own something that others may borrow. */
  private static final String THINGS = """
      insert into means.thing (organization_id, kind, label, about, code, kept_at, wilaya_code, commune_code, lent_to, condition, added_by, added_at)
      select g.id, i.kind, i.label, i.about, 'LT' || x.digits || (10 - (
          select sum(case when p % 2 = 1 then case when 2 * d > 9 then 2 * d - 9 else 2 * d end else d end)
          from (select p, substr(x.digits, p, 1)::int as d from generate_series(1, 7) p) one) % 10) % 10,
        coalesce(nullif(g.address, ''), 'مخزن الجمعية'), g.wilaya_code, g.commune_code, case when i.n in (4, 8) then 'own' else 'all' end,
        case (g.id + i.n) % 6 when 0 then 'new' when 1 then 'worn' else 'good' end, m.account_id, now() - interval '200 days' + i.n * interval '9 days'
      from organizations.organization g
      cross join (values
        (1, 'tool', 'مولد كهرباء 3 كيلوواط', 'يُملأ خزانه قبل إرجاعه'), (2, 'vehicle', 'حافلة صغيرة 9 مقاعد', 'السائق من الجمعية المستعيرة'), (3, 'tent', 'خيمة كبيرة 6 × 12 متر', 'تُنصب بستة أشخاص'),
        (4, 'hall', 'قاعة الاجتماعات', 'تتسع لأربعين شخصًا'), (5, 'sound', 'مكبر صوت وميكروفونان', ''), (6, 'kitchen', 'قدور كبيرة 50 لترًا (4 قطع)', 'تُغسل قبل إرجاعها'),
        (7, 'tool', 'مجارف ومعاول (20 قطعة)', ''), (8, 'medical', 'حقيبة إسعافات أولية', 'تُعوَّض المواد المستعملة'), (9, 'tent', 'طاولات وكراسٍ (30 قطعة)', '')
      ) i (n, kind, label, about)
      cross join lateral (select lpad((abs(hashint8(g.id * 100 + i.n)::bigint) % 10000000)::text, 7, '0') as digits) x
      cross join lateral (select account_id from organizations.member m where m.organization_id = g.id and m.role in ('owner', 'coordinator') order by m.role, m.account_id limit 1) m
      where g.state = 'verified' and (g.id = 1 or g.id % 8 = 3 and (g.id + i.n) % 3 <> 0)
      order by g.id, i.n
      on conflict (code) do nothing
      """;

  /** Past loans that came back, some that are out (one of them too long), some to come, some that wait for an answer. */
  private static final String BOOKINGS = """
      insert into means.booking (thing_id, organization_id, key, during, purpose, state, asked_by, asked_at, decided_by, decided_at)
      select t.id, b.organization_id, 'demo-booking-' || t.id || '-' || w.n, tstzrange(date_trunc('day', now()) + w.from_day * interval '1 day' + interval '8 hours',
          date_trunc('day', now()) + w.to_day * interval '1 day' + interval '17 hours'),
        (array['إفطار جماعي في الحي', 'حملة تنظيف الشاطئ', 'قافلة طبية', 'حفل ختام النشاط'])[1 + (t.id + w.n) % 4], w.state, b.account_id,
        now() + (w.from_day - 9) * interval '1 day', case when w.state <> 'asked' then t.added_by end, case when w.state <> 'asked' then now() + (w.from_day - 8) * interval '1 day' end
      from means.thing t
      cross join (values (1, -40, -38, 'returned'), (2, -21, -20, 'returned'), (3, -6, -2, 'out'), (4, -1, 2, 'out'), (5, 5, 7, 'agreed'), (6, 12, 13, 'asked')) w (n, from_day, to_day, state)
      cross join lateral (
        select m.organization_id, m.account_id from organizations.member m join organizations.organization g on g.id = m.organization_id
        where g.state = 'verified' and g.wilaya_code = t.wilaya_code and g.id <> t.organization_id and m.role = 'owner' order by abs(hashint8(m.organization_id + t.id)), m.account_id limit 1) b
      where t.lent_to = 'all' and ((t.id + w.n) % 3 = 0 or w.n = 2) and not (w.n = 4 and (t.id + 3) % 3 = 0) and not (w.n = 3 and t.id % 2 = 1)
      order by t.id, w.n
      on conflict do nothing
      """;

  private static final String MOVEMENTS = """
      insert into means.movement (booking_id, key, kind, condition, words, moved_by, moved_at)
      select b.id, 'demo-movement-' || b.id || k.kind, k.kind, case when k.kind = 'in' and b.id % 5 = 0 then 'worn' else 'good' end,
        case when k.kind = 'in' and b.id % 5 = 0 then 'خدش صغير في الجانب' else '' end, t.added_by, case k.kind when 'out' then lower(b.during) + interval '20 minutes' else upper(b.during) - interval '40 minutes' end
      from means.booking b join means.thing t on t.id = b.thing_id
      cross join (values ('out'), ('in')) k (kind)
      where b.state = 'returned' or b.state = 'out' and k.kind = 'out'
      order by b.id, k.kind desc
      """;

  private final Connection connection;

  MeansRows(Connection connection) {
    this.connection = connection;
  }

  /** After the days: what was brought on one of them stands with it. */
  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : new String[] {NEEDS, NEEDS_OF_FIRST, PLEDGES, OF_BODIES, DELIVERIES, CLOSE, END, THINGS, BOOKINGS, MOVEMENTS}) statement.execute(sql);
    }
  }
}
