package dz.linatatawwa.participation;

import java.util.Arrays;
import java.util.Locale;

/** Why somebody may not have a seat because of their age; the rules are {@code participation.young_fault} in the database, where every way into a seat
 *  passes. */
public enum YoungFault {
  /** Younger than the opportunity accepts. */
  TOO_YOUNG,
  /** Under fifteen, and no group's leader brings them. */
  GROUP_ONLY,
  /** A minor, and not at these hours of the day. */
  YOUNG_HOURS,
  /** No guardian agrees, or one of them stopped it. */
  GUARDIAN_NEEDED,
  /** Two guardians must agree, and do not. */
  BOTH_GUARDIANS,
  /** Too young to come without somebody of age who holds a seat too. */
  COMPANION;

  /** As the database says it, and as keys of words write it: {@code young-hours}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a guardian's word is what is missing. */
  public boolean lacksConsent() {
    return this == GUARDIAN_NEEDED || this == BOTH_GUARDIANS;
  }

  static YoungFault of(String code) {
    return Arrays.stream(values()).filter(fault -> fault.code().equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault of the young: " + code));
  }
}
