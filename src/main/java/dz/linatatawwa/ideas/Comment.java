package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody said of an idea.
 *  @param parent the comment that it answers; null: it answers none
 *  @param author null: somebody who left
 *  @param words  empty where it is not seen any more
 *  @param gone   why it is not seen: {@code author}, {@code office} or {@code held}; null while it is */
public record Comment(long id, IdeaId idea, @Nullable Long parent, @Nullable AccountId author, String words, Instant at, @Nullable Instant editedAt, @Nullable String gone) {

  /** So long its author may change it. */
  public static final Duration EDITABLE = Duration.ofMinutes(15);

  public boolean seen() {
    return gone == null;
  }

  public boolean by(@Nullable AccountId person) {
    return person != null && person.equals(author);
  }

  /** Whether its author may change the words now. */
  public boolean editable(Instant now) {
    return seen() && now.isBefore(at.plus(EDITABLE));
  }
}
