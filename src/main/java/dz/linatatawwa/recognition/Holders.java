package dz.linatatawwa.recognition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many hold a badge, or have a level.
 *  @param counted when that was so; null: now */
public record Holders(long number, @Nullable Instant counted) {}
