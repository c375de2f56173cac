package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Suppression;
import dz.linatatawwa.figures.Totals;

/** A number that somebody may want to see, and how many stand behind it.
 *  @param weight the fewer of those who gave and of those who are counted as persons: by it a cell is shown or not */
record Cell(long weight, long givers, long minutes) {

  static final Cell NONE = new Cell(0, 0, 0);

  static Cell of(Totals totals) {
    long weight = totals.persons() > 0 ? Math.min(totals.persons(), totals.givers()) : totals.givers();
    return new Cell(weight == 0 && totals.minutes() != 0 ? 1 : weight, totals.givers(), totals.minutes());
  }

  /** At least so many stand behind both together. */
  Cell with(Cell other) {
    return new Cell(Math.max(weight, other.weight), Math.max(givers, other.givers), minutes + other.minutes);
  }

  /** Between one and four persons. */
  boolean few() {
    return weight > 0 && weight < Suppression.FEWEST;
  }

  /** Whether what a larger number has beside this one may be told: nothing at all, or the hours of five persons surely.
   *  Who gave in the larger but not here stands in what is beside it; more may, fewer cannot. */
  boolean leavesEnoughOf(Cell larger) {
    return minutes == 0 || larger.minutes == minutes || larger.givers - givers >= Suppression.FEWEST;
  }
}
