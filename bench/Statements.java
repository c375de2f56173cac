import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads statements and their values out of PostgreSQL's log. */
final class Statements {

  private static final Pattern START = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*?(LOG|DETAIL): +(.*)$");
  private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*");

  static List<String> in(String log) {
    List<String[]> records = new ArrayList<>();
    for (String line : log.split("\n")) {
      Matcher start = START.matcher(line);
      if (start.matches()) records.add(new String[] {start.group(1), start.group(2)});
      else if (!records.isEmpty()) records.getLast()[1] += "\n" + line.replaceFirst("^\t", "");
    }
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      String text = records.get(i)[1];
      if (!text.startsWith("execute ")) continue;
      boolean values = i + 1 < records.size() && records.get(i + 1)[0].equals("DETAIL");
      statements.add(with(values ? records.get(i + 1)[1] : "", text.substring(text.indexOf(": ") + 2).strip()) + ";");
    }
    return statements;
  }

  private static String with(String values, String statement) {
    Map<String, String> byNumber = new LinkedHashMap<>();
    for (Matcher value = VALUE.matcher(values); value.find(); ) byNumber.put(value.group(1), literal(value.group(3)));
    Matcher place = Pattern.compile("\\$(\\d+)").matcher(statement);
    return place.replaceAll(found -> Matcher.quoteReplacement(byNumber.getOrDefault(found.group(1), found.group())));
  }

  /** Times without a colon, which pgbench would take for a variable. */
  private static String literal(String value) {
    if (value == null) return "null";
    if (value.matches("-?\\d{1,18}(\\.\\d+)?")) return value;
    if (TIME.matcher(value).matches()) {
      String iso = value.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00");
      java.time.Instant at = java.time.OffsetDateTime.parse(iso).toInstant();
      return "to_timestamp(" + at.getEpochSecond() + "." + String.format("%06d", at.getNano() / 1000) + ")";
    }
    return "'" + value + "'";
  }
}
