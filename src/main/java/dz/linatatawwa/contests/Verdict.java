package dz.linatatawwa.contests;

import java.util.Arrays;
import java.util.Optional;

/** How a case may end; its words are {@code contests.verdict.<code>}. */
public enum Verdict {
  /** As the volunteer says. */
  AS_CLAIMED("as-claimed"),
  /** Another time than either side says. */
  PARTLY("partly"),
  /** As it was recorded. */
  AS_RECORDED("as-recorded"),
  /** Not a case to settle, for a coded reason. */
  REFUSED("refused");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  /** As kept in the database, in forms and in message keys. */
  public String code() {
    return code;
  }

  /** @param code as a form sends it; anything unknown gives nothing */
  public static Optional<Verdict> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }

  /** Whether the ledger is written. */
  public boolean changes() {
    return this == AS_CLAIMED || this == PARTLY;
  }
}
