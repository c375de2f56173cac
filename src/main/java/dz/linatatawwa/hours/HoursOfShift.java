package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything about the hours of one shift, for the one who settles them.
 *  @param earliest  from when time may count: the shift and its grace
 *  @param unclaimed who came and is not proposed, each with the last part of the reason's key
 *  @param names     of those who settled
 *  @param viewer    who looks: their own claims are settled by somebody else */
public record HoursOfShift(ShiftHours shift, Instant earliest, Instant latest, List<ClaimRow> claims, Map<String, String> unclaimed,
    Map<AccountId, String> names, AccountId viewer) {

  public HoursOfShift {
    claims = List.copyOf(claims);
    unclaimed = Map.copyOf(unclaimed);
    names = Map.copyOf(names);
  }

  /** To be looked at one by one. */
  public List<ClaimRow> exceptions() {
    return claims.stream().filter(claim -> claim.exceptional() || (claim.open() && mine(claim))).toList();
  }

  /** To be confirmed at once. */
  public List<ClaimRow> rest() {
    return claims.stream().filter(claim -> claim.usual() && !mine(claim)).toList();
  }

  /** Waiting for a second person. */
  public List<ClaimRow> vouched() {
    return claims.stream().filter(claim -> claim.vouched() && !mine(claim)).toList();
  }

  /** Confirmed, refused or reversed. */
  public List<ClaimRow> settled() {
    return claims.stream().filter(claim -> !claim.open()).toList();
  }

  /** Whether somebody of the rest needs two people. */
  public boolean restNeedsSecond() {
    return rest().stream().anyMatch(ClaimRow::needsSecond);
  }

  public boolean mine(ClaimRow claim) {
    return claim.volunteer().equals(viewer);
  }

  /** What to call somebody who settled. */
  public String name(@org.jspecify.annotations.Nullable AccountId person) {
    return person == null ? "—" : names.getOrDefault(person, "—");
  }

  /** Minutes of all the rest. */
  public long restMinutes() {
    return rest().stream().mapToLong(ClaimRow::minutes).sum();
  }
}
