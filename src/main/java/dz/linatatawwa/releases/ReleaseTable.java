package dz.linatatawwa.releases;

import java.util.List;
import java.util.Optional;

/** One table of a release.
 *  @param code  T1 to T14
 *  @param empty why it holds nothing, as a code; empty where it holds something */
public record ReleaseTable(String code, List<Observation> rows, String empty) {

  public ReleaseTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty() == empty.isEmpty()) throw new IllegalArgumentException(code + " with " + rows.size() + " rows: " + empty);
  }

  /** The row of an observation with the same indicator, groups and time. */
  Optional<Observation> at(Observation other) {
    return rows.stream().filter(row -> row.place().equals(other.place())).findFirst();
  }
}
