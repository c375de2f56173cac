package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Suppression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Hides cells of a table with two directions whose sums along both may be known, so that no hidden one can be worked out (decision 0062).
 *  A small cell is hidden together with three others that are the corners of a rectangle with it: what is added to one corner and taken from the next leaves every
 *  sum as it is, so the sums do not tell what stands in it. And in each line and column the hidden ones together are five persons or more. */
final class Screen {

  /** Rather any other cell than one that holds nothing, which would say nothing if it were shown. */
  private static final long EMPTY = 1_000;
  private static final long TOO_FEW_TOGETHER = 500;

  private final Cell[][] cells;
  private final boolean[][] hidden;
  private final boolean[][] small;
  private final boolean[] knownRow;
  private final boolean[] knownColumn;

  private Screen(Cell[][] cells, boolean[][] small, IntPredicate rowGone, IntPredicate columnGone) {
    int rows = cells.length;
    int columns = cells[0].length;
    this.cells = cells;
    this.small = small;
    hidden = new boolean[rows][columns];
    knownRow = new boolean[rows];
    knownColumn = new boolean[columns];
    for (int r = 0; r < rows; r++) knownRow[r] = !rowGone.test(r);
    for (int c = 0; c < columns; c++) knownColumn[c] = !columnGone.test(c);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) hidden[r][c] = small[r][c] || cells[r][c].few() || !knownRow[r] || !knownColumn[c];
    }
  }

  /** Which cells are hidden.
   *  @param small      cells that are hidden for a reason of their own, beside being few
   *  @param rowGone    whether the sum of a row is hidden: then so is all of it
   *  @param columnGone the same of a column */
  static boolean[][] over(Cell[][] cells, boolean[][] small, IntPredicate rowGone, IntPredicate columnGone) {
    if (cells.length == 0 || cells[0].length == 0) return new boolean[cells.length][0];
    Screen screen = new Screen(cells, small, rowGone, columnGone);
    screen.small().forEach(screen::protect);
    screen.enoughTogether();
    return screen.hidden;
  }

  private record At(int row, int column) {}

  private List<At> small() {
    List<At> found = new ArrayList<>();
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[0].length; c++) if (knownRow[r] && knownColumn[c] && (small[r][c] || cells[r][c].few())) found.add(new At(r, c));
    }
    found.sort(Comparator.comparingLong((At at) -> cells[at.row][at.column].weight()).thenComparingInt(At::row).thenComparingInt(At::column));
    return found;
  }

  private void protect(At at) {
    if (cells.length == 1 || cells[0].length == 1) return;
    long least = Long.MAX_VALUE;
    At best = null;
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[0].length; c++) {
        if (r == at.row || c == at.column) continue;
        long cost = cost(at.row, c) + cost(r, at.column) + cost(r, c) + together(at, r, c);
        if (cost < least) {
          least = cost;
          best = new At(r, c);
        }
      }
    }
    if (best == null) return;
    hidden[at.row][best.column] = true;
    hidden[best.row][at.column] = true;
    hidden[best.row][best.column] = true;
  }

  private long cost(int row, int column) {
    if (hidden[row][column]) return 0;
    long weight = cells[row][column].weight();
    return weight == 0 ? EMPTY : weight;
  }

  private long together(At at, int row, int column) {
    return (cells[at.row][column].weight() < Suppression.FEWEST ? TOO_FEW_TOGETHER : 0) + (cells[row][at.column].weight() < Suppression.FEWEST ? TOO_FEW_TOGETHER : 0);
  }

  /** Until nothing changes: where the sum of a line is known, two of its cells at least are hidden or none, and one of them is of five persons. */
  private void enoughTogether() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int r = 0; r < cells.length; r++) if (knownRow[r] && cells[0].length > 1) changed |= complete(r, -1);
      for (int c = 0; c < cells[0].length; c++) if (knownColumn[c] && cells.length > 1) changed |= complete(-1, c);
    }
  }

  private boolean complete(int row, int column) {
    int count = 0;
    long most = 0;
    At next = null;
    long least = Long.MAX_VALUE;
    int length = row >= 0 ? cells[0].length : cells.length;
    for (int i = 0; i < length; i++) {
      At at = row >= 0 ? new At(row, i) : new At(i, column);
      Cell cell = cells[at.row][at.column];
      if (hidden[at.row][at.column]) {
        if (cell.minutes() != 0 || cell.weight() > 0) count++;
        most = Math.max(most, cell.weight());
      } else if (cell.weight() > 0 && cell.weight() < least) {
        least = cell.weight();
        next = at;
      }
    }
    return count > 0 && (count < 2 || most < Suppression.FEWEST) && hide(next);
  }

  private boolean hide(@Nullable At at) {
    if (at == null) return false;
    hidden[at.row][at.column] = true;
    return true;
  }
}
