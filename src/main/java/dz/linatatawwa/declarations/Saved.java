package dz.linatatawwa.declarations;

import dz.linatatawwa.hours.Why;

/** What came of declaring something. */
public sealed interface Saved {

  /** It is kept, and waits or stands. */
  record Done(DeclarationId id) implements Saved {}

  /** Something does not fit.
   *  @param field which part of the form
   *  @param key   why, as a message key
   *  @param limit the bound, where the words name one */
  record Unfit(String field, String key, int limit) implements Saved {}

  /** The ledger cannot hold it: other hours at that time. */
  record Clash(Why why) implements Saved {}

  /** It was decided, or is over. */
  record TooLate() implements Saved {}
}
