package dz.linatatawwa.ideas;

/** What came of taking an idea up, or of finishing it. */
public sealed interface Adopted {

  /** It is done. @param adoption as it stands now */
  record Done(Adoption adoption) implements Adopted {}

  /** This does not fit. @param field of the form @param key of the message */
  record Unfit(String field, String key) implements Adopted {}

  /** The organisation may not publish now: it is not verified, or suspended. */
  record Unverified() implements Adopted {}

  /** Another was quicker, or the idea is over. */
  record TooLate() implements Adopted {}
}
