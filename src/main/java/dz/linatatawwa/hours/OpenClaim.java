package dz.linatatawwa.hours;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim under somebody's hand, its row locked.
 *  @param first who confirmed it already, where it needs two
 *  @param reason given by that first one, or when the times were changed */
record OpenClaim(long id, long volunteer, Instant from, Instant to, int minutes, boolean needsSecond, @Nullable Settler first,
    @Nullable String reason) {

  List<DayTime> days() {
    return DayTime.of(from, to, minutes);
  }
}
