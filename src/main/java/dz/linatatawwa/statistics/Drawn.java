package dz.linatatawwa.statistics;

import dz.linatatawwa.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar of a drawing whose width is that of the page: along it in percent of the width, so that letters keep their size.
 *  @param at     where it begins, from the left
 *  @param length of it
 *  @param value  what is written beside it; empty: nothing
 *  @param below  what is written under it; empty: nothing */
public record Drawn(Chart.Bar bar, double at, double length, int height, String value, String below) {

  /** How high the bars of months can be. */
  public static final int HIGH = 150;
  private static final double WHOLE = 100;
  private static final double LONGEST = 76;
  private static final double GAP = 0.22;
  private static final int LABELLED = 7;
  private static final int MONTHS = 12;

  /** As an attribute writes it. */
  public String percent(double number) {
    return String.format(Locale.ROOT, "%.2f%%", number);
  }

  public double middle() {
    return at + length / 2;
  }

  /** Months as columns; time runs as the language reads. */
  public static List<Drawn> months(Chart months, Words words) {
    boolean rightToLeft = words.language().direction().equals("rtl");
    List<Chart.Bar> bars = months.bars();
    double step = WHOLE / Math.max(1, bars.size());
    long most = Math.max(1, months.most());
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Chart.Bar bar = bars.get(i);
      double at = (rightToLeft ? bars.size() - 1 - i : i) * step + step * GAP / 2;
      int height = bar.hidden() ? 0 : (int) Math.round((double) HIGH * Math.max(0, bar.minutes()) / most);
      boolean told = bars.size() <= LABELLED || bar.minutes() == months.most() || i == bars.size() - 1;
      drawn.add(new Drawn(bar, at, step * (1 - GAP), height, bar.hidden() || told && bar.minutes() != 0 ? FigureWords.hours(bar.minutes(), words) : "", below(bar.key(), i, bars.size())));
    }
    return drawn;
  }

  private static String below(String month, int index, int count) {
    int number = Integer.parseInt(month.substring(5));
    String year = month.substring(0, 4);
    if (count <= MONTHS + 1) return number == 1 || index == 0 && number < MONTHS ? number + "/" + year.substring(2) : Integer.toString(number);
    return number == 1 || index == 0 && number < MONTHS - 1 ? year : "";
  }

  /** Parts as bars along the line, from where the language begins. */
  public static List<Drawn> parts(Chart chart, Words words) {
    boolean rightToLeft = words.language().direction().equals("rtl");
    long most = Math.max(1, chart.most());
    return chart.bars().stream().map(bar -> {
      double length = bar.hidden() ? 0 : LONGEST * Math.max(0, bar.minutes()) / most;
      return new Drawn(bar, rightToLeft ? WHOLE - length : 0, length, 0, FigureWords.hours(bar.minutes(), words), bar.label());
    }).toList();
  }

  /** Where the value stands: at the end of the bar. */
  public double end(boolean rightToLeft) {
    return rightToLeft ? at : at + length;
  }
}
