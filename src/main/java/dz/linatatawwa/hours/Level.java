package dz.linatatawwa.hours;

import java.util.Arrays;

/** From where somebody settles hours; hours that need two people need two levels. */
public enum Level {
  /** Runs the organisation's opportunities. */
  COORDINATOR("coordinator"),
  /** Answers for the organisation. */
  OWNER("owner"),
  /** Looks after the territory and belongs to neither side. */
  SUPERVISOR("supervisor");

  private final String code;

  Level(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  static Level of(String code) {
    return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such level: " + code));
  }
}
