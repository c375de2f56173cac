package dz.linatatawwa.imports;

import java.util.List;

/** A table as it was brought: the names of its columns, and its rows with as many cells. */
public record Grid(List<String> header, List<Line> lines) {

  /** One row.
   *  @param number as a spreadsheet numbers it: the header is 1; in a CSV an empty line counts, a line end within quotes does not */
  public record Line(int number, List<String> cells) {}

  public Grid {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
  }
}
