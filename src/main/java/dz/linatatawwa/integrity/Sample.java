package dz.linatatawwa.integrity;

import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A confirmed claim that is asked back to the person whose hours it is.
 *  @param organization null for work outside any organisation
 *  @param answer       yes, no, or null while it is open */
public record Sample(long id, ClaimId claim, @Nullable String title, @Nullable LocalName organization, Instant from, Instant to, int minutes,
    Instant dueAt, @Nullable String answer) {

  /** Whether an answer is still taken: one that comes late is better than none, so only a given one closes it. */
  public boolean open() {
    return answer == null;
  }
}
