package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import java.util.List;

/** Claims were not accepted. Published once for all of them, inside the transaction.
 *  @param why    the coded reason
 *  @param reason more words of the one who refused; may be empty */
public record HoursRefused(List<Refused> claims, RefusalCode why, String reason) {

  public HoursRefused {
    claims = List.copyOf(claims);
  }

  /** One of them. */
  public record Refused(AccountId volunteer, int minutes, ClaimId claim) {}
}
