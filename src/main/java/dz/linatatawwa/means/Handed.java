package dz.linatatawwa.means;

import dz.linatatawwa.files.Kept;

/** What came of handing a thing over, or of taking it back. */
public sealed interface Handed {

  /** It is written; before, where the key was used before. */
  record Done() implements Handed {}

  /** Somebody has it still. */
  record StillAway(Booking by) implements Handed {}

  /** It may not leave, or has not left: not agreed, too early, over, or brought back before. */
  record NotNow() implements Handed {}

  /** It is damaged, and is mended first. */
  record Damaged() implements Handed {}

  /** The picture was not taken. */
  record NoPicture(Kept.Refused why) implements Handed {}
}
