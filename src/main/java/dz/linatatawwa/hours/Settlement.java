package dz.linatatawwa.hours;

import java.util.List;
import java.util.Map;

/** What became of claims that somebody settled.
 *  @param settled done: confirmed, refused or reversed
 *  @param vouched confirmed by this person, and waiting for a second one of another level
 *  @param left    left as they were, and why */
public record Settlement(List<ClaimId> settled, List<ClaimId> vouched, Map<ClaimId, Why> left) {

  public Settlement {
    settled = List.copyOf(settled);
    vouched = List.copyOf(vouched);
    left = Map.copyOf(left);
  }

  /** Nothing was left behind. */
  public boolean whole() {
    return left.isEmpty();
  }
}
