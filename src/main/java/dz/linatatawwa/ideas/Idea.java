package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An idea as it stands.
 *  @param author  null: somebody who left
 *  @param since   when it came into its state */
public record Idea(IdeaId id, Proposal told, @Nullable AccountId author, IdeaState state, Instant since, int supporters, int comments, Instant madeAt, Standing standing) {

  /** Whether people see it. */
  public enum Standing {
    SHOWN,
    /** Its author took it back. */
    WITHDRAWN,
    /** Several people reported it; somebody in power has to look. */
    HELD,
    /** Somebody in power took it away. */
    REMOVED
  }

  /** Whether everybody sees it. */
  public boolean shown() {
    return standing == Standing.SHOWN;
  }

  /** Whether an organisation may take it up, while none has. */
  public boolean adoptable() {
    return shown() && told.kind() != IdeaKind.IMPROVEMENT && !state.over();
  }

  public boolean by(@Nullable AccountId person) {
    return person != null && person.equals(author);
  }
}
