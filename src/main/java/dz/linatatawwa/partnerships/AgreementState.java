package dz.linatatawwa.partnerships;

/** Where an agreement stands on a day. Only what people did is kept; what the calendar does to it is told from its days. */
public enum AgreementState {
  DRAFT("draft"),
  SIGNING("signing"),
  /** Signed by everybody, its first day is still to come. */
  COMING("coming"),
  ACTIVE("active"),
  /** Still holds, and its end is near. */
  EXPIRING("expiring"),
  EXPIRED("expired"),
  TERMINATED("terminated"),
  /** A draft that was given up. */
  DROPPED("dropped");

  private final String code;

  AgreementState(String code) {
    this.code = code;
  }

  /** As addresses and message keys write it. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "partnerships.state." + code;
  }

  /** Whether what it promises holds today. */
  public boolean holds() {
    return this == ACTIVE || this == EXPIRING;
  }

  /** Whether its text may still change: nobody is bound by it yet. */
  public boolean open() {
    return this == DRAFT || this == SIGNING;
  }
}
