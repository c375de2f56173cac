package dz.linatatawwa.print;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings. @see Flow#table */
public final class Table {

  /** @param share of the width, as a weight beside the others */
  record Column(String heading, double share, boolean number) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A column of words. @param share of the width, as a weight beside the others */
  public Table column(String heading, double share) {
    columns.add(new Column(heading, share, false));
    return this;
  }

  /** A column of numbers, set at its end. */
  public Table numbers(String heading, double share) {
    columns.add(new Column(heading, share, true));
    return this;
  }

  /** @throws IllegalArgumentException when there are not as many cells as columns */
  public Table row(String... cells) {
    if (cells.length != columns.size()) throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
    rows.add(List.of(cells));
    return this;
  }

  List<Column> columns() {
    return columns;
  }

  List<List<String>> rows() {
    return rows;
  }

  double width(int column, double whole) {
    return columns.get(column).share * whole / columns.stream().mapToDouble(Column::share).sum();
  }
}
