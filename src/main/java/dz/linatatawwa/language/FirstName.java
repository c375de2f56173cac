package dz.linatatawwa.language;

/** As much of a name as everybody may read. */
public final class FirstName {

  /** A first word as short as this is but the beginning of a first name: Abd, Abu, Si. */
  private static final int BEGINNING = 3;

  private FirstName() {}

  /** The first name of a whole one: أمينة بلقاسم → أمينة; عبد الرحمن زيتوني → عبد الرحمن; a name of one word stays. */
  public static String of(String name) {
    String[] words = name.strip().split("\\s+");
    return words.length > 2 && words[0].length() <= BEGINNING ? words[0] + " " + words[1] : words[0];
  }
}
