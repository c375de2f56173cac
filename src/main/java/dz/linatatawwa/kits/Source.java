package dz.linatatawwa.kits;

import dz.linatatawwa.participation.ShiftFacts;
import java.time.Duration;
import java.time.Instant;

/** Where lines come from.
 *  @param sentAt    the phone's clock at sending
 *  @param drift     what is to be added to the phone's clock
 *  @param withdrawn what comes from here goes to review */
record Source(Kit kit, ShiftFacts facts, Instant sentAt, Duration drift, boolean withdrawn) {

  /** When a line was made, by our clock. */
  Instant at(Line line) {
    return line.deviceAt().plus(drift);
  }
}
