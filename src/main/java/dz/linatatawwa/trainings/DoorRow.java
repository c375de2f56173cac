package dz.linatatawwa.trainings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One person of a session, as whoever leads it sees them.
 *  @param digits    said aloud where there is no camera
 *  @param source    of the certificate that stands; null: none
 *  @param takenBack why the last certificate was taken back; null: none was */
public record DoorRow(long id, String name, String state, String digits, @Nullable Instant cameAt, @Nullable String cameVia, @Nullable LocalDate validUntil,
    @Nullable String source, @Nullable String takenBack) {

  public boolean is(String other) {
    return state.equals(other);
  }

  /** May still be marked at the door. */
  public boolean expected() {
    return is("registered") || is("offered");
  }
}
