package dz.linatatawwa.rewards;

/** What came of an appeal that somebody wants to make. */
public sealed interface Appealed {

  /** A person will decide. */
  record Opened(long id) implements Appealed {}

  /** One waits already. */
  record Waiting() implements Appealed {}

  /** It was decided before; a decision stands. */
  record Decided() implements Appealed {}

  /** There is nothing to appeal: it is theirs for the asking, or is to be waited for. */
  record Needless() implements Appealed {}
}
