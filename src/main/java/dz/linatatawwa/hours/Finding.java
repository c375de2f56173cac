package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a settler of neither side found about one person's time in one shift.
 *  @param from   from when they were there; null together with {@code to}: no time is to stand
 *  @param agreed whether the organisation says the same, so that two people of two levels vouch for it */
public record Finding(AccountId volunteer, ShiftId shift, @Nullable Instant from, @Nullable Instant to, boolean agreed) {

  public Finding {
    if ((from == null) != (to == null)) throw new IllegalArgumentException("half a span: " + from + " to " + to);
  }

  /** That this person has no time in this shift. */
  public static Finding nothing(AccountId volunteer, ShiftId shift) {
    return new Finding(volunteer, shift, null, null, false);
  }
}
