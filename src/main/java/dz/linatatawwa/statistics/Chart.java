package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Breakdown;
import java.util.List;

/** Hours and persons by one thing.
 *  @param bars in the order in which they are shown */
public record Chart(Breakdown by, List<Bar> bars) {

  /** Stands for a number that is not shown. */
  public static final long HIDDEN = -1;

  public Chart {
    bars = List.copyOf(bars);
  }

  /** One part.
   *  @param label   in the reader's language
   *  @param minutes {@link #HIDDEN} where they are not shown
   *  @param persons {@link #HIDDEN} where they are not shown, which may be although the minutes are */
  public record Bar(String key, String label, long minutes, long persons) {

    public boolean hidden() {
      return minutes == HIDDEN;
    }
  }

  public long most() {
    return bars.stream().mapToLong(Bar::minutes).max().orElse(0);
  }

  /** As addresses and message keys write what it is divided by. */
  public String code() {
    return by.name().toLowerCase(java.util.Locale.ROOT);
  }

  public boolean hides() {
    return bars.stream().anyMatch(bar -> bar.hidden() || bar.persons() == HIDDEN);
  }
}
