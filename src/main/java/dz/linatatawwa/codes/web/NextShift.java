package dz.linatatawwa.codes.web;

import dz.linatatawwa.participation.Commitment;

/** A shift that somebody goes to, and the digits that they say there. */
public record NextShift(Commitment commitment, String digits) {

  /** Three and three, to be read aloud. */
  public String spaced() {
    return digits.substring(0, 3) + "\u00a0" + digits.substring(3);
  }
}
