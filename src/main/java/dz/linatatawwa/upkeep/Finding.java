package dz.linatatawwa.upkeep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that was looked at, and whether somebody must do something. Its words are {@code upkeep.finding.CODE.STATE}: what is so, and where it is not well, the cure.
 *  @param number bytes, milliseconds or how many, as the words say
 *  @param since  since when, or null */
public record Finding(String code, State state, long number, @Nullable Instant since) {

  /** Well; to be looked at on a working day; to be acted upon now; not in use here. */
  public enum State {
    GOOD, LOOK, ACT, OFF;

    /** As messages name it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Finding of(String code, State state, long number) {
    return new Finding(code, state, number, null);
  }
}
