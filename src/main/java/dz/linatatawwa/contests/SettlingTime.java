package dz.linatatawwa.contests;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How fast cases are settled: first decisions of the last twelve months.
 *  @param settled how many they are
 *  @param open    how many wait now
 *  @param median  half of them took no longer; null where fewer than {@value #FEWEST} were settled (rule 11) */
public record SettlingTime(long settled, long open, @Nullable Duration median) {

  /** From how many cases a figure is shown. */
  public static final int FEWEST = 5;
}
