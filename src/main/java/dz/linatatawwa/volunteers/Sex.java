package dz.linatatawwa.volunteers;

import java.util.Arrays;
import java.util.Optional;

/** As somebody said of themselves; many do not. */
public enum Sex {
  FEMALE("F"), MALE("M");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** As kept and as sent. Its word is {@code volunteers.sex.<code>}. */
  public String code() {
    return code;
  }

  public static Optional<Sex> of(String code) {
    return Arrays.stream(values()).filter(sex -> sex.code.equals(code)).findFirst();
  }
}
