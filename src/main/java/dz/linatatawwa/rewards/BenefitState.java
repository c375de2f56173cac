package dz.linatatawwa.rewards;

import java.util.Arrays;

/** Where a benefit stands. What was granted stays good whatever comes after. */
public enum BenefitState {
  /** Its partner still writes it. */
  DRAFT("draft"),
  /** Published: it is taken within its days. */
  OPEN("open"),
  /** Its partner gives no more of it. */
  CLOSED("closed"),
  /** An administrator stopped it. */
  STOPPED("stopped"),
  /** Taken out of sight by supervision; codes that are out stay good, and it comes back as it was. */
  WITHHELD("withheld");

  private final String code;

  BenefitState(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  static BenefitState of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst().orElseThrow();
  }
}
