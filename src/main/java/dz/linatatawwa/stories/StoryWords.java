package dz.linatatawwa.stories;

import dz.linatatawwa.language.Language;

/** A story in its languages. Arabic is always there; what another lacks is read in Arabic. */
public record StoryWords(StoryText ar, StoryText fr, StoryText en) {

  /** As it was written in this language, whole or not. */
  public StoryText of(Language language) {
    return switch (language) {
      case AR, KAB -> ar;
      case FR -> fr;
      case EN -> en;
    };
  }

  /** The language in which readers of this one read it. */
  public Language readIn(Language language) {
    return language == Language.KAB || !of(language).whole() ? Language.AR : language;
  }

  /** What readers of this language read. */
  public StoryText in(Language language) {
    return of(readIn(language));
  }
}
