package dz.linatatawwa.contests;

import java.util.Arrays;

/** What is contested. */
public enum Subject {
  /** Hours that stand in the ledger; they stay counted until the case is settled. */
  CONFIRMED("confirmed"),
  /** Hours that wait to be confirmed. */
  PROPOSED("proposed"),
  /** Hours that were refused. */
  REFUSED("refused"),
  /** Hours that were taken back. */
  REVERSED("reversed"),
  /** That the person did not come. */
  NO_SHOW("no-show"),
  /** That there are no hours. */
  MISSING("missing");

  private final String code;

  Subject(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  static Subject of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such subject: " + code));
  }
}
