package dz.linatatawwa.recognition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A walk over everybody, under way or done.
 *  @param trialOf the badge whose draft is tried; null: for good
 *  @param reached the number of the last person looked at
 *  @param given   badges given, or that a draft would give
 *  @param taken   badges taken, or that a draft would take */
public record Walk(long id, @Nullable Long trialOf, boolean quiet, Instant startedAt, long total, long reached, long looked, long given, long taken,
    @Nullable Instant finishedAt) {

  public boolean finished() {
    return finishedAt != null;
  }
}
