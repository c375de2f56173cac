package dz.linatatawwa.backups;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What came back. Every row was read, so that every page's checksum was looked at.
 *  @param tables       of the platform
 *  @param rows         in them
 *  @param ledger       lines of the hours ledger
 *  @param last         when the newest of them was written, as the database says it; empty: there is none
 *  @param files        that the database names
 *  @param missingFiles of those, not there */
record Restored(int tables, long rows, long ledger, String last, long files, long missingFiles) {

  static Restored look(Connection owner, Path data) throws SQLException {
    List<String> tables = texts(owner, """
        select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'
        order by 1
        """);
    long rows = 0;
    for (String table : tables) rows += Long.parseLong(Facts.one(owner, "select count(t) from " + table + " t"));
    boolean ledger = tables.contains("hours.entry");
    List<String> files = tables.contains("files.file") ? texts(owner, "select id::text from files.file where deleted_at is null") : List.of();
    return new Restored(tables.size(), rows, ledger ? Long.parseLong(Facts.one(owner, "select count(*) from hours.entry")) : 0,
        ledger ? Facts.one(owner, "select coalesce(max(written_at)::text, '') from hours.entry") : "", files.size(), files.stream().filter(id -> !isThere(data, id)).count());
  }

  private static boolean isThere(Path data, String id) {
    return Files.exists(data.resolve("files").resolve(id.substring(0, 2)).resolve(id.substring(2, 4)).resolve(id));
  }

  private static List<String> texts(Connection owner, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = owner.createStatement(); ResultSet answer = statement.executeQuery(sql)) {
      while (answer.next()) found.add(answer.getString(1));
    }
    return found;
  }
}
