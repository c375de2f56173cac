package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody was asked whether words or a picture of theirs may be shown.
 *  @param id          of the question
 *  @param agreedAt    null: no yes yet
 *  @param withdrawnAt said no, or took the yes back; null: neither */
public record Asked(long id, StoryId story, AccountId person, Instant at, @Nullable Instant agreedAt, @Nullable Instant withdrawnAt) {

  /** Waits for an answer. */
  public boolean open() {
    return agreedAt == null && withdrawnAt == null;
  }

  /** The yes was given and not taken back; of a minor a guardian's consent is needed too. */
  public boolean yes() {
    return agreedAt != null && withdrawnAt == null;
  }
}
