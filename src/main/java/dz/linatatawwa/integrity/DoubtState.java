package dz.linatatawwa.integrity;

import java.util.Arrays;
import java.util.Optional;

/** Where a doubt stands. */
public enum DoubtState {
  /** Waits for somebody to look. */
  OPEN("open"),
  /** A side was asked; the answer comes here. */
  ASKED("asked"),
  /** A matter of supervision, to be decided there. */
  CASE("case"),
  /** Somebody looked: nothing is wrong. */
  CLEARED("cleared"),
  /** The matter was decided. */
  SETTLED("settled");

  private final String code;

  DoubtState(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** Whether a supervisor of this desk has something to do with it. */
  public boolean waits() {
    return this == OPEN || this == ASKED;
  }

  /** @param code anything that no state has gives nothing */
  public static Optional<DoubtState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
