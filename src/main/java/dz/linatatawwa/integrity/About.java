package dz.linatatawwa.integrity;

import java.util.Arrays;

/** Whom or what a doubt is about. */
public enum About {
  /** One person's time. */
  VOLUNTEER("volunteer"),
  /** Everybody's time in one shift. */
  SHIFT("shift"),
  /** How an organisation keeps its hours. */
  ORGANIZATION("organization");

  private final String code;

  About(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  static About of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is about " + code));
  }
}
