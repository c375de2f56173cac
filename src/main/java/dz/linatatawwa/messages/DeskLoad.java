package dz.linatatawwa.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an organisation answers.
 *  @param waiting       conversations in which a volunteer waits
 *  @param oldest        since when the first of them does; null: nobody waits
 *  @param medianMinutes until an answer, of the last ninety days; null: nothing was answered */
public record DeskLoad(long waiting, @Nullable Instant oldest, @Nullable Integer medianMinutes) {}
