package dz.linatatawwa.upkeep;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a piece of background work went on this node since it started.
 *  @param name     room, class and method: {@code attendance.AttendanceClock.endings}
 *  @param runs     that ended, well or not
 *  @param failures runs that ended with a fault
 *  @param skipped  runs that were left out while writing was held
 *  @param began    the last time; null: not yet
 *  @param took     the last run that ended; null: none has
 *  @param running  now
 *  @param failed   the last failure; null: none
 *  @param fault    the kind of it */
public record Job(String name, long runs, long failures, long skipped, @Nullable Instant began, @Nullable Duration took, boolean running, @Nullable Instant failed,
    @Nullable String fault) {

  /** The class that does it, as it names itself in the log. */
  String worker() {
    return "dz.linatatawwa." + name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
