package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A testimony that somebody sent in, and what became of it.
 *  @param file        its picture; null: none
 *  @param story       that was made of it; null: none yet
 *  @param reason      why it was declined; null: it was not */
public record SentTestimony(long id, AccountId author, SentDraft draft, @Nullable FileId file, Instant at, @Nullable StoryId story, @Nullable String reason, @Nullable Instant withdrawnAt) {

  /** What became of it, as message keys write it: waiting, taken, declined, withdrawn. */
  public String state() {
    if (withdrawnAt != null) return "withdrawn";
    if (reason != null) return "declined";
    return story == null ? "waiting" : "taken";
  }

  public boolean waits() {
    return state().equals("waiting");
  }
}
