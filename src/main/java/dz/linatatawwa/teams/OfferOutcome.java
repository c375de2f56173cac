package dz.linatatawwa.teams;

import dz.linatatawwa.participation.Application;

/** What became of offering, taking or confirming a seat that changes hands. */
public sealed interface OfferOutcome {

  /** It is offered now. */
  record Open(long id) implements OfferOutcome {}

  /** The seats have changed hands. */
  record Done() implements OfferOutcome {}

  /** Both agree; a coordinator confirms. */
  record Waits() implements OfferOutcome {}

  /** Not possible, and why: the key of a sentence that anybody concerned may read. */
  record Refused(String key) implements OfferOutcome {}

  /** A rule is in the way of who asks: only they read which. */
  record Mine(Application what) implements OfferOutcome {}

  /** A rule is in the other's way: it is not said which. */
  record Theirs() implements OfferOutcome {}
}
