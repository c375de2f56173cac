package dz.linatatawwa.contests;

import dz.linatatawwa.hours.Why;
import java.time.Instant;

/** What came of a try to settle a case. */
public sealed interface Settled {

  /** It is settled, in the ledger and told to both sides. */
  record Done() implements Settled {}

  /** Somebody was faster, or the volunteer withdrew it. */
  record Already() implements Settled {}

  /** Who wants to settle belongs to a side. */
  record Partial() implements Settled {}

  /** The organisation has not been heard and still has time. */
  record TooEarly(Instant until) implements Settled {}

  /** Something of the form does not fit.
   *  @param field which part of it
   *  @param key   why, as a message key */
  record Unfit(String field, String key) implements Settled {}

  /** The ledger cannot say so. */
  record Impossible(Why why) implements Settled {}
}
