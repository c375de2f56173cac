package dz.linatatawwa.daybook;

/** What came of a note. The same key gives the same answer for ever, and never a second note. */
public sealed interface Noted {

  /** It is kept. */
  record Kept() implements Noted {}

  /** It was not taken, and never will be.
   *  @param why {@code empty}, {@code key-used} or {@code no-shift} */
  record Refused(String why) implements Noted {}
}
