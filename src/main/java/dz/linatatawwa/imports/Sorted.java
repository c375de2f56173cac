package dz.linatatawwa.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row after it was looked at.
 *  @param candidate what it would become; null when it is bad */
record Sorted(int row, Outcome outcome, @Nullable Candidate candidate, List<Fault> faults) {

  /** What becomes of a row: each has exactly one. */
  enum Outcome { STORED, SAME, BAD }
}
