package dz.linatatawwa.imports;

import java.util.List;

/** What an import would do, before it does it.
 *  @param made   organisations that would be made because no body of that name is known
 *  @param shifts of opportunities
 *  @param first  the first rows as they would be stored
 *  @param unused columns that fill no field */
public record Preview(Import.Counts counts, int made, int shifts, List<Shown> first, List<Fault> faults, List<String> unused) {

  /** One row as it would be stored: codes of fields and what they would hold. */
  public record Shown(int row, List<Cell> cells) {}

  /** One field of it. */
  public record Cell(String field, String value) {}

  public Preview {
    first = List.copyOf(first);
    faults = List.copyOf(faults);
    unused = List.copyOf(unused);
  }
}
