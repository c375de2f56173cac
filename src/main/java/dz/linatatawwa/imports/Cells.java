package dz.linatatawwa.imports;

import dz.linatatawwa.language.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row seen through the mapping: values by field, and what was found wrong with them or read into them. */
final class Cells {

  private static final int SHOWN = 200;

  private final int row;
  private final Map<String, String> values;
  private final List<Fault> faults = new ArrayList<>();

  Cells(Grid.Line line, List<String> header, Mapping mapping) {
    this.row = line.number();
    this.values = new HashMap<>();
    mapping.constants().forEach(values::put);
    mapping.columns().forEach((field, column) -> {
      int index = header.indexOf(column);
      String cell = index < 0 ? "" : line.cells().get(index);
      if (!cell.isBlank()) values.put(field, cell);
    });
  }

  private Cells(int row, Map<String, String> values) {
    this.row = row;
    this.values = values;
  }

  /** The same row with nothing found yet. */
  Cells again() {
    return new Cells(row, values);
  }

  /** The same with one note more. */
  Cells also(String field, String reason) {
    note(field, reason);
    return this;
  }

  int row() {
    return row;
  }

  /** As it stands in the table; empty when nothing does. */
  String raw(String field) {
    return values.getOrDefault(field, "");
  }

  /** One clean line; one that is too long makes the row bad. */
  String line(String field, int longest) {
    String text = Typed.line(Values.text(raw(field)));
    if (text.length() > longest) bad(field, "imports.reason.tooLong", longest, text.length());
    return text;
  }

  /** Clean text of many lines; one that is too long makes the row bad. */
  String lines(String field, int longest) {
    String text = Values.text(raw(field));
    if (text.length() > longest) bad(field, "imports.reason.tooLong", longest, text.length());
    return text;
  }

  void bad(String field, String reason, Object... arguments) {
    add(true, field, reason, arguments);
  }

  void note(String field, String reason, Object... arguments) {
    add(false, field, reason, arguments);
  }

  boolean isBad() {
    return faults.stream().anyMatch(Fault::bad);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void add(boolean bad, String field, String reason, Object... arguments) {
    String value = Typed.line(raw(field));
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) words.add(argument.toString());
    faults.add(new Fault(row, bad, field, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value, reason, words));
  }
}
