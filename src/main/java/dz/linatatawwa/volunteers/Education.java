package dz.linatatawwa.volunteers;

import java.util.Arrays;
import java.util.Optional;

/** The highest level of schooling that somebody has reached or attends, as they say themselves; many do not. */
public enum Education {
  NONE("none"), PRIMARY("primary"), MIDDLE("middle"), SECONDARY("secondary"), VOCATIONAL("vocational"), HIGHER("higher");

  private final String code;

  Education(String code) {
    this.code = code;
  }

  /** As kept and as sent. Its word is {@code volunteers.education.<code>}. */
  public String code() {
    return code;
  }

  public static Optional<Education> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
  }
}
