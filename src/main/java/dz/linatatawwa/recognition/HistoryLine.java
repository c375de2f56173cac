package dz.linatatawwa.recognition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A badge was given to somebody, or taken back.
 *  @param reason its word is {@code recognition.history.<reason>}
 *  @param words  of the reversal, as its author wrote them */
public record HistoryLine(Instant at, String person, int version, boolean given, String reason, @Nullable String words) {}
