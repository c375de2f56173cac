package dz.linatatawwa.volunteers;

import java.util.Arrays;
import java.util.Optional;

/** A language that somebody can speak with people on the day. */
public enum SpokenLanguage {
  ARABIC("ar"),
  TAMAZIGHT("ber"),
  FRENCH("fr"),
  ENGLISH("en"),
  SPANISH("es"),
  GERMAN("de"),
  ITALIAN("it"),
  TURKISH("tr"),
  SIGN("sgn");

  private final String code;

  SpokenLanguage(String code) {
    this.code = code;
  }

  /** As kept: the ISO 639 code. Its word is {@code volunteers.language.<code>}. */
  public String code() {
    return code;
  }

  public static Optional<SpokenLanguage> of(String code) {
    return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
  }
}
