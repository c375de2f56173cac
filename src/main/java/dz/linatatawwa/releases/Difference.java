package dz.linatatawwa.releases;

import org.jspecify.annotations.Nullable;

/** A place in which two makings of a table differ.
 *  @param one   what the first says; null: it has no such row
 *  @param other what the second says */
public record Difference(String table, String place, @Nullable String one, @Nullable String other) {

  /** How an observation is compared and shown: its value, or the sign that it is hidden. */
  static @Nullable String shown(@Nullable Observation row) {
    if (row == null) return null;
    return row.value() == null ? Status.HIDDEN.code() : row.written();
  }
}
