package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case that waits for a supervisor, or that one has decided.
 *  @param kind      which room's case it is: {@code organization-verification}, …
 *  @param subjectId the room's own number of the thing in question
 *  @param wilaya    whose supervisors look after it; null: the nation's
 *  @param summary   what a row of the queue says of it, as people wrote it (a name)
 *  @param verdict   what was decided, or null while it waits */
public record Matter(MatterId id, String kind, long subjectId, @Nullable WilayaCode wilaya, String summary,
    Instant openedAt, Instant dueAt, @Nullable AccountId claimedBy, @Nullable Verdict verdict) {

  /** What was decided, by whom and why. */
  public record Verdict(String decision, @Nullable String reasonCode, @Nullable String reason, AccountId by, Instant at) {}

  public boolean open() {
    return verdict == null;
  }

  /** Whether its clock has run out. */
  public boolean overdue(Instant now) {
    return open() && dueAt.isBefore(now);
  }
}
