package dz.linatatawwa.sheets;

import java.util.Arrays;
import java.util.Optional;

/** What stands on one row of a filled sheet. */
public enum Reading {
  /** A filled circle, or a time. */
  CAME("came"),
  /** Crossed out, or written down as absent. */
  ABSENT("absent"),
  /** Nothing: somebody looked. */
  BLANK("blank");

  private final String code;

  Reading(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The reading of this code. */
  public static Optional<Reading> of(String code) {
    return Arrays.stream(values()).filter(reading -> reading.code.equals(code)).findFirst();
  }
}
