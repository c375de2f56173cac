package dz.linatatawwa.notices;

import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing said to everybody, or to an {@link Audience}.
 *  @param link       a path of ours, or null
 *  @param told       how many people have it
 *  @param finishedAt everybody has it
 *  @param stoppedAt  nobody more gets it */
public record Announcement(long id, LocalName title, LocalName body, @Nullable String link, Instant madeAt, int told, @Nullable Instant finishedAt,
    @Nullable Instant stoppedAt) {

  /** going, done or stopped. */
  public String state() {
    return stoppedAt != null ? "stopped" : finishedAt != null ? "done" : "going";
  }

  /** How its letters went: by e-mail, SMS and push together. */
  public record Letters(long waiting, long sent, long failed) {}

  /** How many have it in their inbox, and how many of them read it there: sums, never who. */
  public record Readers(long told, long read) {}
}
