package dz.linatatawwa.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands with one way out of the house.
 *  @param configured whether there is a carrier for it
 *  @param waiting    letters that are due or wait for their hour
 *  @param oldest     since when the oldest waits that is due; null: none is
 *  @param sent       handed over in the last 24 hours
 *  @param dead       that nobody tries any more */
public record QueueState(String channel, boolean configured, long waiting, @Nullable Instant oldest, long sent, long dead) {}
