package dz.linatatawwa.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which column fills which field, and what stands for fields that no column fills.
 *  @param columns   field code to the name of a column
 *  @param constants field code, or name of an option, to a value for every row */
public record Mapping(Map<String, String> columns, Map<String, String> constants) {

  /** Option: hours of a day that comes without any, {@code 08:00-16:00}; {@code none} makes no shift then. */
  public static final String HOURS = "hours";
  /** Option: commune code under which an organisation without a place stands until somebody corrects it. */
  public static final String SEAT = "seat";
  static final String ALGIERS_CENTRE = "1601";

  public static final Mapping EMPTY = new Mapping(Map.of(), Map.of());

  public Mapping {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
  }

  /** Hours assumed for a day without any, or {@code none}. */
  public String hours() {
    return constants.getOrDefault(HOURS, "08:00-16:00");
  }

  /** The commune of organisations without a place. */
  public String seat() {
    return constants.getOrDefault(SEAT, ALGIERS_CENTRE);
  }

  /** The column that fills a field, if one does. */
  public Optional<String> column(String field) {
    return Optional.ofNullable(columns.get(field));
  }

  /** Reads a mapping file: lines {@code field = column}, {@code constant.field = value}, {@code # remark}. An empty column takes a guess back.
   *  @throws IllegalArgumentException with the line that is neither */
  public static Mapping over(Mapping guessed, Reader lines) throws IOException {
    Map<String, String> columns = new LinkedHashMap<>(guessed.columns);
    Map<String, String> constants = new LinkedHashMap<>(guessed.constants);
    BufferedReader reader = new BufferedReader(lines);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String text = line.replace("\uFEFF", "").strip();
      if (text.isEmpty() || text.startsWith("#")) continue;
      int sign = text.indexOf('=');
      if (sign < 1) throw new IllegalArgumentException(text);
      String field = text.substring(0, sign).strip();
      String value = text.substring(sign + 1).strip();
      if (field.startsWith("constant.")) constants.put(field.substring("constant.".length()), value);
      else if (value.isEmpty()) columns.remove(field);
      else columns.put(field, value);
    }
    return new Mapping(columns, constants);
  }
}
