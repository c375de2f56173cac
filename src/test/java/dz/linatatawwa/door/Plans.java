package dz.linatatawwa.door;

import dz.linatatawwa.world.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL would do for statements that were overheard. */
final class Plans {

  private static final Pattern ASKING = Pattern.compile("\\s*(select|with|insert|update|delete|merge)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern WHOLE = Pattern.compile("Seq Scan on ([a-z_]+\\.[a-z_]+)");

  private static final Pattern COST = Pattern.compile("cost=[0-9.]+\\.\\.([0-9]+)");

  /** In the planner's units: reading some twelve hundred rows one by one. What costs more reads a growing table in another way, mostly by all of an index that begins with another column. */
  private static final long DEAR = 5_000;

  /** How statements begin that are known to read a whole table. */
  private static final List<String> KNOWN = Million.read("door/whole.txt").lines().filter(line -> !line.startsWith("#")).map(line -> line.replaceAll("\\|.*", "").strip()).filter(line -> !line.isEmpty()).toList();

  private Plans() {}

  /** Statements that would read one of these tables from its first row to its last, each with the tables, or cost as much; a statement that cannot be planned is one too. */
  static List<String> reading(Map<String, Collection<String>> asked, Set<String> large) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (var connection = TestDatabase.one().getConnection(); var statement = connection.createStatement()) {
      for (var texts : asked.entrySet()) {
        Set<String> whole = new TreeSet<>();
        for (String text : texts.getValue()) if (ASKING.matcher(text).matches()) whole.addAll(whole(statement, text, large));
        String plain = texts.getKey().strip().replaceAll("\\s+", " ");
        if (!whole.isEmpty() && KNOWN.stream().noneMatch(plain::startsWith)) faults.add(whole + ": " + plain);
      }
    }
    return faults;
  }

  private static Set<String> whole(Statement statement, String text, Set<String> large) {
    Set<String> whole = new TreeSet<>();
    try (var lines = statement.executeQuery("explain (verbose) " + text)) {
      for (boolean first = true; lines.next(); first = false) {
        Matcher cost = COST.matcher(lines.getString(1));
        if (first && cost.find() && Long.parseLong(cost.group(1)) > DEAR) whole.add("costs " + cost.group(1));
        Matcher scan = WHOLE.matcher(lines.getString(1));
        if (scan.find() && large.contains(scan.group(1))) whole.add(scan.group(1));
      }
    } catch (SQLException e) {
      whole.add("not planned: " + e.getMessage());
    }
    return whole;
  }
}
