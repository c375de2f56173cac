package dz.linatatawwa.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language of the platform. Arabic is the source; Tamazight is prepared and falls back to Arabic. */
public enum Language {
  AR("ar", "ar-DZ", "العربية"),
  FR("fr", "fr-DZ", "Français"),
  EN("en", "en-GB", "English"),
  KAB("kab", "kab-DZ", "Taqbaylit");

  private final String code;
  private final Locale locale;
  private final String ownName;

  Language(String code, String tag, String ownName) {
    this.code = code;
    this.locale = Locale.forLanguageTag(tag);
    this.ownName = ownName;
  }

  /** The short code, as kept with accounts and in file names: ar, fr, en, kab. */
  public String code() {
    return code;
  }

  /** Always with a region: plain {@code ar} has other months and digits than {@code ar-DZ}. */
  public Locale locale() {
    return locale;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The HTML {@code dir}: rtl or ltr. */
  public String direction() {
    return this == AR ? "rtl" : "ltr";
  }

  /** @param code ar, fr, en or kab, in any case; anything else gives nothing */
  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(l -> l.code.equalsIgnoreCase(code)).findFirst();
  }
}
