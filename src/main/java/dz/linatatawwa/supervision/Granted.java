package dz.linatatawwa.supervision;

/** What came of a try to give a power. */
public sealed interface Granted {

  /** It is given. */
  record Given(long power) implements Granted {}

  /** The person had this very power, and has it for longer now. */
  record Prolonged(long power) implements Granted {}

  /** It cannot be given so.
   *  @param field which part of the form
   *  @param key   why, as a message key */
  record Refused(String field, String key) implements Granted {}
}
