package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What campaigns and opportunities meant to reach, and the goods that their days used and brought back. */
final class ImpactRows {

  /** Half of those whose field tells a unit: so much for each place. */
  private static final String OPPORTUNITIES = """
      insert into impact.plan (opportunity_id, unit, quantity, planned_by, planned_at)
      select o.id, case when o.field_code = 'ENV' and o.title like '%شج%' then 'trees' else u.unit end,
        greatest(10, round(sum(s.capacity) * u.each * case when o.field_code = 'ENV' and o.title like '%شج%' then 4 else 1 end / 10.0) * 10), o.made_by, o.made_at
      from opportunities.opportunity o
      join opportunities.shift s on s.opportunity_id = o.id
      join (values ('ENV', 'waste-bags', 3), ('HLT', 'blood-bags', 1), ('FOO', 'meals', 12), ('SOC', 'parcels', 4), ('EDU', 'lessons', 2), ('CUL', 'books', 9),
                   ('ELD', 'visits', 2), ('CHD', 'people', 5), ('EMG', 'parcels', 6)) u (field, unit, each) on u.field = o.field_code
      where o.state <> 'draft' and o.id % 2 = 0
      group by o.id, u.unit, u.each
      """;

  /** Every campaign: a third more than its days have reached, or than its opportunities plan. */
  private static final String CAMPAIGNS = """
      insert into impact.plan (campaign_id, unit, quantity, planned_at)
      select c.id, r.unit, greatest(20, round(r.quantity * 1.3 / 10.0) * 10), c.made_at
      from opportunities.campaign c
      cross join lateral (
        select unit, sum(quantity) as quantity
        from (
          select g.unit, g.quantity from daybook.goods g join opportunities.shift s on s.id = g.shift_id join opportunities.opportunity o on o.id = s.opportunity_id
          where o.campaign_id = c.id and g.kind = 'achieved'
          union all
          select p.unit, p.quantity / 4 from impact.plan p join opportunities.opportunity o on o.id = p.opportunity_id where o.campaign_id = c.id) u
        group by unit order by sum(quantity) desc, unit limit 1) r
      """;

  private static final String GOODS = """
      insert into daybook.goods (shift_id, key, kind, what, quantity, unit, written_by, written_at)
      select c.shift_id, 'demo-' || g.kind || '-' || g.unit || '-' || c.shift_id, g.kind, g.what, greatest(1, c.came * g.each), g.unit, c.closed_by, c.closed_at
      from attendance.closure c
      cross join (values ('used', 'قفازات', 'pieces', 2), ('used', 'أكياس', 'boxes', 1), ('returned', 'مجارف', 'pieces', 1)) g (kind, what, unit, each)
      where c.came > 0 and c.shift_id % 4 = 0 and (g.unit = 'pieces' or c.shift_id % 8 = 0)
      on conflict (key) do nothing
      """;

  private final Connection connection;

  ImpactRows(Connection connection) {
    this.connection = connection;
  }

  /** After the days were closed. */
  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : new String[] {OPPORTUNITIES, CAMPAIGNS, GOODS}) statement.execute(sql);
    }
  }
}
