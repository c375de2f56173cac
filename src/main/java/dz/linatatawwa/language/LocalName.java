package dz.linatatawwa.language;

import org.jspecify.annotations.Nullable;

/** A name as written in Arabic, and in French and English where it is known.
 *  @param fr null where nobody gave one
 *  @param en null where the French one serves */
public record LocalName(String ar, @Nullable String fr, @Nullable String en) {

  public LocalName {
    if (ar.isBlank()) throw new IllegalArgumentException("a name without Arabic: " + fr);
  }

  /** The name for readers of this language; what is missing falls back: English to French, both to Arabic. */
  public String in(Language language) {
    return switch (language) {
      case AR, KAB -> ar;
      case FR -> fr != null ? fr : ar;
      case EN -> en != null ? en : fr != null ? fr : ar;
    };
  }
}
