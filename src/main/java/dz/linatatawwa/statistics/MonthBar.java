package dz.linatatawwa.statistics;

import java.util.ArrayList;
import java.util.List;

/** A bar of the months' chart, in a field of {@value #WIDE} by {@value #HIGH}; time runs as the language reads.
 *  @param x      its edge
 *  @param y      its top
 *  @param height of the bar */
public record MonthBar(Numbers.Month month, int x, int y, int height) {

  public static final int WIDE = 720;
  public static final int HIGH = 200;
  public static final int BAR = 44;
  private static final int STEP = 60;

  /** @param rightToLeft the oldest month stands at the right */
  public static List<MonthBar> of(List<Numbers.Month> months, boolean rightToLeft) {
    long most = Math.max(1, months.stream().mapToLong(Numbers.Month::minutes).max().orElse(1));
    List<MonthBar> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      int height = (int) Math.round((double) HIGH * months.get(i).minutes() / most);
      int place = rightToLeft ? months.size() - 1 - i : i;
      bars.add(new MonthBar(months.get(i), place * STEP + (STEP - BAR) / 2, HIGH - height, height));
    }
    return bars;
  }

  /** The middle, where the labels stand. */
  public int middle() {
    return x + BAR / 2;
  }
}
