package dz.linatatawwa.rewards;

import java.util.Arrays;

/** Where a benefit stands that was given to somebody. */
public enum GrantingState {
  /** Its code is good. */
  GRANTED("granted"),
  /** Hours beneath it were taken back: it waits. */
  HELD("held"),
  REDEEMED("redeemed"),
  /** Given back before it was used. */
  RETURNED("returned"),
  /** Not used in time, or its holder left. */
  LAPSED("lapsed"),
  /** Taken back by a decision. */
  WITHDRAWN("withdrawn");

  private final String code;

  GrantingState(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  static GrantingState of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst().orElseThrow();
  }
}
