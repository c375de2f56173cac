package dz.linatatawwa.supervision;

import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** Which matters of a queue to show.
 *  @param kind    null: every kind
 *  @param wilaya  null: the whole territory
 *  @param overdue only those whose clock has run out
 *  @param mine    only those that the supervisor has claimed
 *  @param decided those that were decided, in place of those that wait */
public record MatterFilter(@Nullable String kind, @Nullable WilayaCode wilaya, boolean overdue, boolean mine, boolean decided) {

  /** Everything that waits. */
  public static MatterFilter waiting() {
    return new MatterFilter(null, null, false, false, false);
  }
}
