package dz.linatatawwa.sheets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row as somebody read it; each reading again is the next version.
 *  @param in      of somebody who came
 *  @param refused code of the reason why the attendance did not take it */
record SheetLine(long shiftId, long volunteerId, int version, String key, Reading mark, @Nullable Instant in, @Nullable Instant out,
    @Nullable Long photo, long writtenBy, Instant writtenAt, boolean delivered, @Nullable String refused) {

  /** The key of one of its deeds: the same however often it is delivered.
   *  @param part in, out or no; of what takes them back xin, xout, xno */
  String deed(String part) {
    return "paper-" + shiftId + "-" + volunteerId + "-" + version + "-" + part;
  }
}
