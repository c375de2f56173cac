package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case that waits for a supervisor, or that one has decided.
 *  @param kind      which room's case it is: {@code organization-verification}, …
 *  @param subjectId the room's own number of the thing in question
 *  @param where     whose supervisors and deputies look after it
 *  @param summary   what a row of the queue says of it, as people wrote it (a name)
 *  @param claimedBy who has it in hand
 *  @param keptFor   whose it is, while they are away and somebody stands in
 *  @param verdict   what was decided, or null while it waits */
public record Matter(MatterId id, String kind, long subjectId, Whereabouts where, String summary,
    Instant openedAt, Instant dueAt, @Nullable AccountId claimedBy, @Nullable AccountId keptFor, @Nullable Verdict verdict) {

  /** What was decided, by whom and why. */
  public record Verdict(String decision, @Nullable String reasonCode, @Nullable String reason, AccountId by, Instant at) {}

  /** The wilaya in which it lies; null: it is the nation's. */
  public @Nullable WilayaCode wilaya() {
    return where.wilaya();
  }

  public boolean open() {
    return verdict == null;
  }

  /** Whether its clock has run out. */
  public boolean overdue(Instant now) {
    return open() && dueAt.isBefore(now);
  }
}
