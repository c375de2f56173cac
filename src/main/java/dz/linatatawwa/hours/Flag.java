package dz.linatatawwa.hours;

import java.util.Arrays;

/** Why a claim is looked at by itself before it is confirmed. */
public enum Flag {
  /** Nobody checked this person out: the end of the shift was taken. */
  NO_CHECK_OUT("no-check-out"),
  /** More than eight hours. */
  OVER_EIGHT("over-eight"),
  /** More than twelve hours: a reason is asked for. */
  OVER_TWELVE("over-twelve"),
  /** Came without an application. */
  WALK_IN("walk-in"),
  /** The times were corrected by hand. */
  CORRECTED("corrected"),
  /** Under the age of majority. */
  MINOR("minor"),
  /** Written down later than 48 hours after the shift. */
  LATE("late"),
  /** Written down after the day, from paper or memory, for more than a few people. */
  MANY_LATER("many-later");

  private final String code;

  Flag(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  static Flag of(String code) {
    return Arrays.stream(values()).filter(flag -> flag.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such flag: " + code));
  }
}
