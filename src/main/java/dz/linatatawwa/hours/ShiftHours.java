package dz.linatatawwa.hours;

import dz.linatatawwa.opportunities.Nature;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the hours of one shift stand.
 *  @param nature    whether hours may come of it at all
 *  @param open      claims that wait
 *  @param flagged   of them, those that somebody looks at one by one
 *  @param vouched   of them, those that wait for a second person
 *  @param unclaimed attendances of the closed day that nobody has proposed
 *  @param openMinutes time that waits
 *  @param due       when the first clock runs out; null when none runs
 *  @param confirmed people whose hours stand
 *  @param confirmedMinutes their time */
public record ShiftHours(ShiftId shift, String title, Nature nature, Instant from, Instant to, int open, int flagged, int vouched, int unclaimed, long openMinutes,
    @Nullable Instant due, int confirmed, long confirmedMinutes) {

  /** Whether somebody has something to do here. */
  public boolean waits() {
    return open > 0 || unclaimed > 0;
  }
}
