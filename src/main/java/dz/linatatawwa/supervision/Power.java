package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's power over a part of the country, as it was given.
 *  @param until   ends by itself then
 *  @param parent  the number of the power out of which it was given; null: an administrator gave it
 *  @param absence held in place of somebody who is away; null: in one's own right */
public record Power(long id, AccountId account, Extent extent, Instant from, Instant until, AccountId grantedBy, @Nullable Long parent, @Nullable Long absence) {

  /** Whether it has begun and not run out. */
  public boolean inForce(Instant now) {
    return !from.isAfter(now) && until.isAfter(now);
  }
}
