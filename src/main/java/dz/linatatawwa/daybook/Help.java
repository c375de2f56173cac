package dz.linatatawwa.daybook;

import java.util.Arrays;
import java.util.Optional;

/** Which help was given to those who were hurt: as much as an insurer's form asks, and nothing of anybody's health. */
public enum Help {
  /** Nobody needed any. */
  NONE("none"),
  /** First aid on the spot. */
  FIRST_AID("first-aid"),
  /** Taken to a doctor or a hospital. */
  DOCTOR("doctor"),
  /** The civil protection came. */
  RESCUE("rescue");

  private final String code;

  Help(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Help> of(@org.jspecify.annotations.Nullable String code) {
    return Arrays.stream(values()).filter(help -> help.code.equals(code)).findFirst();
  }
}
