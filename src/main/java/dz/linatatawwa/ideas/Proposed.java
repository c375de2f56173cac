package dz.linatatawwa.ideas;

/** What came of proposing something. */
public sealed interface Proposed {

  /** It is kept.
   *  @param again this person had proposed the very same before */
  record Done(IdeaId id, boolean again) implements Proposed {}

  /** This does not fit. @param field of the form @param key of the message */
  record Unfit(String field, String key) implements Proposed {}

  /** So many in one day is enough. */
  record TooMany(int aDay) implements Proposed {}

  /** Others know it already, or it is over: it is not changed any more. */
  record TooLate() implements Proposed {}
}
