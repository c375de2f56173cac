package dz.linatatawwa.contests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody says that it is wrong; its words are {@code contests.ground.<code>}. */
public enum Ground {
  /** Stayed longer than is recorded. */
  MORE_TIME("more-time"),
  /** Stayed less long than is recorded. */
  LESS_TIME("less-time"),
  /** Was not there at all: the hours are somebody else's. */
  NOT_MINE("not-mine"),
  /** Was there, and has no hours for it. */
  WAS_THERE("was-there"),
  /** Something else, said in words. */
  OTHER("other");

  private final String code;

  Ground(String code) {
    this.code = code;
  }

  /** As kept in the database, in forms and in message keys. */
  public String code() {
    return code;
  }

  /** @param code as a form sends it; anything unknown gives nothing */
  public static Optional<Ground> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }

  /** What may be said of such a line, or of its absence. */
  public static List<Ground> about(Subject subject) {
    return switch (subject) {
      case CONFIRMED, PROPOSED -> List.of(MORE_TIME, LESS_TIME, NOT_MINE, OTHER);
      case REFUSED, REVERSED, NO_SHOW, MISSING -> List.of(WAS_THERE, OTHER);
    };
  }
}
