package dz.linatatawwa.ideas;

/** What came of an answer to an idea. */
public sealed interface Answered {

  /** It stands, and whoever follows the idea will be told. */
  record Done() implements Answered {}

  /** This does not fit. @param field of the form @param key of the message */
  record Unfit(String field, String key) implements Answered {}

  /** Somebody else answered meanwhile, or an organisation works on it. */
  record TooLate() implements Answered {}
}
