package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody in power is away, and somebody else stands in.
 *  @param begun    when the matters went over; null: they have not
 *  @param ended    when it was called off or cut short; null: it was not
 *  @param returned when the matters came back */
public record Absence(long id, AccountId account, AccountId standIn, Instant from, Instant until, AccountId madeBy, @Nullable Instant begun,
    @Nullable Instant ended, @Nullable Instant returned) {

  /** Whether it is still to come or under way. */
  public boolean open(Instant now) {
    return ended == null && until.isAfter(now);
  }
}
