package dz.linatatawwa.recognition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tier of confirmed hours, reached or not.
 *  @param tier      its place among the tiers, from 0: gives its shape
 *  @param hours     the confirmed hours that it stands for
 *  @param reachedAt null: not reached */
public record Badge(int tier, int hours, @Nullable Instant reachedAt) {

  public boolean reached() {
    return reachedAt != null;
  }
}
