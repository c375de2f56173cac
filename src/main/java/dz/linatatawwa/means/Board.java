package dz.linatatawwa.means;

import dz.linatatawwa.opportunities.OpportunityId;
import java.time.Instant;
import java.util.List;

/** A campaign's people and goods, side by side.
 *  @param rows     its opportunities with coming shifts, the soonest first; at most 12
 *  @param coming   opportunities with coming shifts, all of them
 *  @param seats    of all coming shifts
 *  @param taken    of these
 *  @param goods    what is asked for, then what is not any more; at most 60 */
public record Board(List<People> rows, int coming, int seats, int taken, List<Need> goods) {

  /** The people of one opportunity.
   *  @param next  its next shift
   *  @param seats of its coming shifts */
  public record People(OpportunityId id, String title, Instant next, int seats, int taken) {

    public int left() {
      return Math.max(0, seats - taken);
    }
  }

  public Board {
    rows = List.copyOf(rows);
    goods = List.copyOf(goods);
  }

  /** Whether goods stand on it at all. */
  public boolean hasGoods() {
    return !goods.isEmpty();
  }
}
