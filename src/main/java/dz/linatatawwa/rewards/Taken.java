package dz.linatatawwa.rewards;

/** What came of asking for a benefit. */
public sealed interface Taken {

  /** It is theirs. */
  record Granted(GrantingId id) implements Taken {}

  /** They take part in the drawing of lots, under this number. */
  record Entered(int number) implements Taken {}

  /** They have it, or had it and used it. */
  record Already(GrantingId id) implements Taken {}

  /** They do not get it now. */
  record Refused(Refusal why) implements Taken {}
}
