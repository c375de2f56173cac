package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What follows from the rows: kept totals, badges, the next numbers, and the planner's statistics. */
final class Finish {

  private final Connection connection;

  Finish(Connection connection) {
    this.connection = connection;
  }

  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      totals(statement);
      badges(statement);
      numbers(statement);
    }
  }

  private static void totals(Statement statement) throws SQLException {
    statement.execute("insert into hours.volunteer_total select volunteer_id, grade, sum(minutes) from hours.entry group by 1, 2");
    statement.execute("insert into hours.organization_total select organization_id, grade, sum(minutes) from hours.entry where organization_id is not null group by 1, 2");
    statement.execute("insert into hours.day_total select day, wilaya_code, grade, sum(minutes) from hours.entry group by 1, 2, 3");
  }

  private static void badges(Statement statement) throws SQLException {
    statement.execute("""
        insert into recognition.badge (volunteer_id, tier_hours, reached_at)
        select volunteer_id, tier, min(written_at)
        from (select volunteer_id, written_at, sum(minutes) over (partition by volunteer_id order by written_at, id) as sum,
                sum(minutes) over (partition by volunteer_id) as whole
              from hours.entry where grade in ('A', 'B', 'C')) line
        join unnest(array[10, 25, 50, 100, 250, 500, 1000]) as tier on line.sum >= tier * 60 and line.whole >= tier * 60
        group by volunteer_id, tier
        """);
  }

  /** Rows were written with their numbers: the sequences go on after them. */
  private static void numbers(Statement statement) throws SQLException {
    for (String table : new String[] {"accounts.account", "organizations.organization", "opportunities.opportunity", "opportunities.shift",
        "participation.application", "participation.attendance", "hours.claim", "hours.entry"}) {
      statement.execute("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select coalesce(max(id), 1) from " + table + "))");
    }
    statement.execute("select setval('volunteers.code', 900000)");
  }
}
