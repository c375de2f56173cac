package dz.linatatawwa.backups;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** What a server says of itself for the manifest. */
final class Facts {

  private static final String MIGRATION = "select coalesce(max(version), '-') from public.flyway_schema_history where success";

  private Facts() {}

  static void of(Connection owner, Map<String, String> facts) throws SQLException {
    facts.put("postgresql", one(owner, "select current_setting('server_version_num')::int / 10000"));
    facts.put("system", one(owner, "select system_identifier from pg_control_system()"));
    facts.put("migration", one(owner, "select to_regclass('public.flyway_schema_history') is not null").equals("t") ? one(owner, MIGRATION) : "-");
  }

  /** What time it is for the server: times to come back to are its. */
  static Instant now(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement(); ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
      answer.next();
      return answer.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  static String one(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement(); ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
