package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody may say is wrong: their hours of a shift, or that there are none.
 *  @param recorded the time of the hours; null where there are none
 *  @param earliest from when time of this shift may count, with its grace
 *  @param latest   until when
 *  @param living   the case that is open about it already */
public record Ask(AccountId volunteer, ShiftId shift, String title, OrganizationId organization, LocalName organizationName, Span hours,
    @Nullable ClaimId claim, Subject subject, @Nullable Span recorded, Instant earliest, Instant latest, @Nullable ContestId living) {

  /** The part of the address that names it. */
  public String query() {
    return claim == null ? "shift=" + shift : "claim=" + claim;
  }
}
