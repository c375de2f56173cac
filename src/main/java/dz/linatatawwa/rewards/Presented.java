package dz.linatatawwa.rewards;

import java.util.UUID;

/** What came of a code at a counter. */
public sealed interface Presented {

  /** It is this partner's: what it is for is shown under the key. */
  record Known(UUID key) implements Presented {}

  /** It has a slip in it: no code looks like this. */
  record Slip() implements Presented {}

  /** This partner gave no such code. */
  record Unknown() implements Presented {}

  /** Too many that were none: a pause.
   *  @param minutes until it can be tried again */
  record TooMany(int minutes) implements Presented {}
}
