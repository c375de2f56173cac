package dz.linatatawwa.means;

import dz.linatatawwa.daybook.Unit;
import java.time.LocalDate;

/** What an organisation says of goods that it needs.
 *  @param item    what, in its words: bottles of water
 *  @param about   more of it; may be empty
 *  @param target  1 to {@value #MOST}, whole units
 *  @param surplus whether more than the target may be promised
 *  @param until   the last day on which it is of use
 *  @param bringTo where to bring it, and when somebody is there */
public record Wanted(String item, String about, Unit unit, int target, boolean surplus, LocalDate until, String bringTo) {

  /** The largest target and the largest amount. */
  public static final int MOST = 1_000_000;

  public Wanted {
    if (target < 1 || target > MOST) throw new IllegalArgumentException("not a target: " + target);
  }
}
