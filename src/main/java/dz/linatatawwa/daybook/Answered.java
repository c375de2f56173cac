package dz.linatatawwa.daybook;

import dz.linatatawwa.attendance.Deed;

/** What came of an answer to an exception. */
public sealed interface Answered {

  /** It stands. */
  record Done() implements Answered {}

  /** Somebody else had answered; theirs stands. */
  record Already() implements Answered {}

  /** The roster refuses, and why. */
  record Refused(Deed.Why why) implements Answered {}
}
