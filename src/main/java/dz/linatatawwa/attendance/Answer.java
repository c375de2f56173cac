package dz.linatatawwa.attendance;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What became of one deed that arrived. The same key gets the same answer for ever.
 *  @param code why: a code of {@link Deed.Why}, or one of {@link #WAITS} and {@link #UNDONE}; null where there is nothing to add
 *  @param at   the deed's time by our clock */
public record Answer(String key, Outcome outcome, @Nullable String code, Instant at) {

  /** Kept, and waits for the deed that it belongs to: an end without a beginning, an undo of what has not arrived. */
  public static final String WAITS = "waits";

  /** Kept, and taken back before it arrived. */
  public static final String UNDONE = "undone";

  /** How it ended; all but {@link #REFUSED} can still come to count. */
  public enum Outcome {
    /** It counts. */
    DONE,
    /** It was so before. */
    ALREADY,
    /** It contradicts another deed: kept, a person decides. */
    CONFLICT,
    /** It does not count until a person accepts it. */
    REVIEW,
    /** Not possible; kept to be seen. */
    REFUSED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Outcome of(String code) {
      return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst().orElseThrow();
    }
  }
}
