package dz.linatatawwa.sheets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the sheet on the screen where it is copied.
 *  @param number   as printed; 0 for who came besides
 *  @param digits   six, as printed; empty for who came besides
 *  @param version  how often it was written down; 0: not yet
 *  @param locked   its hours are proposed
 *  @param review   the day was closed: somebody has to accept it
 *  @param conflict the day saw it otherwise
 *  @param refused  code of the reason why it does not count
 *  @param seenIn   what the attendance says by now */
public record SheetRow(int number, long volunteerId, String name, String digits, boolean seat, int version, @Nullable Reading mark,
    @Nullable Instant in, @Nullable Instant out, boolean locked, boolean review, boolean conflict, @Nullable String refused,
    @Nullable Instant seenIn, @Nullable Instant seenOut, boolean seenAbsent) {

  public boolean written() {
    return version > 0;
  }

  /** Whether it may be written, or written again. */
  public boolean open() {
    return version == 0 || !locked;
  }
}
