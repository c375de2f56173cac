package dz.linatatawwa.language;

import com.ibm.icu.text.SpoofChecker;

/** How a name looks, whatever letters it is written with: two names with the same look are read as the same. */
public final class Looks {

  // Only the table of confusable letters is used (UTS 39); that table knows nothing of hamza, ta marbuta, tatweel or digits of other scripts,
  // and folding knows nothing of Cyrillic or Greek letters in Latin words. So: fold, ask the table, fold what it gives.
  private static final SpoofChecker LETTERS = new SpoofChecker.Builder().build();

  private Looks() {}

  /** The look of a name, without spaces: {@code "Nоur"} with a Cyrillic o and {@code "NOUR"} look the same, so do {@code "جمعية النور"} and
   *  {@code "جمعيه ألنور"}. Not for people to read. */
  public static String of(String name) {
    return Folding.tight(LETTERS.getSkeleton(Folding.fold(name)));
  }

  /** Whether a word mixes letters of scripts that nobody mixes in one word: Latin with Cyrillic or Greek, Arabic with Latin. */
  public static boolean mixesScripts(String name) {
    return name.codePoints().mapToObj(Character::toString).reduce(new Word(false), Word::with, (a, b) -> b).mixed;
  }

  /** The scripts of the word being read. */
  private record Word(Character.UnicodeScript script, boolean mixed) {

    Word(boolean mixed) {
      this(Character.UnicodeScript.COMMON, mixed);
    }

    Word with(String letter) {
      int character = letter.codePointAt(0);
      if (!Character.isLetter(character) && Character.getType(character) != Character.NON_SPACING_MARK) return new Word(mixed);
      Character.UnicodeScript its = Character.UnicodeScript.of(character);
      if (its == Character.UnicodeScript.COMMON || its == Character.UnicodeScript.INHERITED) return this;
      if (script == Character.UnicodeScript.COMMON) return new Word(its, mixed);
      return new Word(its, mixed || its != script);
    }
  }
}
