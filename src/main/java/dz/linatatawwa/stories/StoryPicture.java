package dz.linatatawwa.stories;

import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Language;

/** A picture of a story.
 *  @param number by which the words name it: {@code ![](2)}
 *  @param since  the first revision that has it
 *  @param people somebody can be recognised on it
 *  @param free   everybody who can be recognised agrees to being shown, at this moment */
public record StoryPicture(FileId file, int number, int since, String altAr, String altFr, String altEn, boolean people, boolean free) {

  /** What is seen on it, for those who do not see it. */
  public String alt(Language language) {
    return switch (language) {
      case AR, KAB -> altAr;
      case FR -> altFr;
      case EN -> altEn;
    };
  }
}
