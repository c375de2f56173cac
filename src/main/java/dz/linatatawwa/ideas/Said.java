package dz.linatatawwa.ideas;

/** What came of a comment. */
public sealed interface Said {

  /** It stands. */
  record Done(long id) implements Said {}

  /** This does not fit. @param key of the message @param most its argument: a bound, or zero */
  record Unfit(String key, int most) implements Said {}

  /** The time in which it could be changed is over. */
  record TooLate() implements Said {}
}
