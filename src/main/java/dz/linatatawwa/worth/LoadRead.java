package dz.linatatawwa.worth;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a table came to. */
public sealed interface LoadRead {

  /** It is none, or lacks a column; the message says which.
   *  @param key of the message */
  record Refused(String key, List<Object> arguments) implements LoadRead {}

  /** Some rows are wrong: a table of statistics is loaded whole or not at all.
   *  @param rows how many it has */
  record Faulty(int rows, List<Fault> faults) implements LoadRead {}

  /** Every row is good.
   *  @param rows by column, as they will be kept */
  record Good(List<Map<String, String>> rows) implements LoadRead {

    public Good {
      rows = List.copyOf(rows);
    }

    /** The years that it holds. */
    public SortedSet<Integer> years() {
      TreeSet<Integer> years = new TreeSet<>();
      rows.forEach(row -> years.add(Integer.valueOf(row.getOrDefault("year", "0"))));
      return years;
    }
  }

  /** What is wrong with a value.
   *  @param row    as a spreadsheet numbers it
   *  @param value  as it stood in the table
   *  @param reason a message key */
  record Fault(int row, String column, String value, String reason, List<Object> arguments) {}
}
