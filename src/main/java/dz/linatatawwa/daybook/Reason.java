package dz.linatatawwa.daybook;

/** Why a coordinator looks at one person before the day is closed. */
public enum Reason {
  /** Came, and nobody has checked them out. */
  STILL_IN("still-in"),
  /** The end of the shift stands in for a check-out. */
  PROPOSED_END("proposed-end"),
  /** Stayed longer than planned. */
  OVER_TIME("over-time"),
  /** The times were corrected by hand. */
  CORRECTED("corrected"),
  /** Came without a seat. */
  WALK_IN("walk-in"),
  /** A minor whose guardian's consent is not there. */
  NO_CONSENT("no-consent");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** As in message keys. */
  public String code() {
    return code;
  }
}
