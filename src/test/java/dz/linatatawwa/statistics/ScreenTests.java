package dz.linatatawwa.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreenTests {

  private static final int TABLES = 4_000;

  @Test
  void fourPersonsAreHiddenAndSoAreThreeMoreThatMakeARectangleWithThem() {
    boolean[][] hidden = screen(new long[][] {{4, 30, 9}, {50, 60, 8}, {70, 80, 90}});
    assertThat(hidden[0]).containsExactly(true, false, true);
    assertThat(hidden[1]).containsExactly(true, false, true);
    assertThat(hidden[2]).containsExactly(false, false, false);
  }

  @Test
  void nobodyAndFiveAreShown() {
    assertThat(Arrays.stream(screen(new long[][] {{0, 5}, {50, 6}})).noneMatch(row -> row[0] || row[1])).isTrue();
  }

  @Test
  void ofALineOfItsOwnTheNextSmallestIsHiddenToo() {
    assertThat(screen(new long[][] {{3, 40, 7}})[0]).containsExactly(true, false, true);
    assertThat(screen(new long[][] {{3}, {40}, {7}})).isDeepEqualTo(new boolean[][] {{true}, {false}, {true}});
  }

  @Test
  void twoHiddenCellsOfFewPersonsTakeAThird() {
    assertThat(screen(new long[][] {{1, 2, 50, 8}})[0]).containsExactly(true, true, false, true);
  }

  @Test
  void underAHiddenSumEverythingIsHidden() {
    Cell[][] cells = cells(new long[][] {{20, 30}, {0, 40}, {50, 60}});
    boolean[][] hidden = Screen.over(cells, new boolean[3][2], row -> row == 1, column -> false);
    assertThat(hidden[1]).containsExactly(true, true);
  }

  @Test
  void noSmallCellIsToldByTheSumsOfAnyTable() {
    Random chance = new Random(20261130);
    for (int i = 0; i < TABLES; i++) {
      int rows = 1 + chance.nextInt(7);
      int columns = 1 + chance.nextInt(5);
      long[][] persons = new long[rows][columns];
      for (long[] row : persons) for (int c = 0; c < columns; c++) row[c] = chance.nextInt(5) < 2 ? chance.nextInt(5) : chance.nextInt(60);
      boolean[] rowGone = new boolean[rows];
      boolean[] columnGone = new boolean[columns];
      // a sum of few persons is hidden further up, and then with a second one
      for (int r = 0; r < rows; r++) rowGone[r] = few(Arrays.stream(persons[r]).max().orElse(0));
      for (int c = 0; c < columns; c++) {
        int at = c;
        columnGone[c] = few(Arrays.stream(persons).mapToLong(row -> row[at]).max().orElse(0));
      }
      second(rowGone);
      second(columnGone);
      boolean[][] hidden = Screen.over(cells(persons), new boolean[rows][columns], r -> rowGone[r], c -> columnGone[c]);
      String told = "table " + i + ": " + Arrays.deepToString(persons) + " hides " + Arrays.deepToString(hidden);
      // a line of its own has no sums across
      boolean[] rowUnknown = columns == 1 ? all(rows) : rowGone;
      boolean[] columnUnknown = rows == 1 ? all(columns) : columnGone;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          if (few(persons[r][c])) assertThat(hidden[r][c]).as(told).isTrue();
          boolean can = others(persons, r, c, rowUnknown, columnUnknown);
          if (few(persons[r][c]) && can) assertThat(onACycle(hidden, r, c, rowUnknown, columnUnknown)).as(r + "," + c + " in " + told).isTrue();
        }
      }
    }
  }

  private static void second(boolean[] gone) {
    int count = 0;
    for (boolean one : gone) if (one) count++;
    for (int i = 0; i < gone.length && count == 1; i++) {
      if (!gone[i]) {
        gone[i] = true;
        count++;
      }
    }
  }

  private static boolean[] all(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }

  private static boolean few(long persons) {
    return persons > 0 && persons < 5;
  }

  /** Whether anything stands beside it in both directions, so that it is not itself the sum that would have been hidden further up. */
  private static boolean others(long[][] persons, int row, int column, boolean[] rowGone, boolean[] columnGone) {
    boolean along = rowGone[row];
    for (int c = 0; c < persons[0].length; c++) along |= c != column && persons[row][c] > 0;
    boolean across = columnGone[column];
    for (int r = 0; r < persons.length; r++) across |= r != row && persons[r][column] > 0;
    return along && across;
  }

  /** Whether its row and its column are still joined by other hidden cells once it is taken out: then its value can move while every known sum stays. Unknown sums are
   *  one more row and one more column. */
  private static boolean onACycle(boolean[][] hidden, int row, int column, boolean[] rowGone, boolean[] columnGone) {
    int rows = hidden.length;
    int columns = hidden[0].length;
    boolean[] seen = new boolean[rows + columns + 1];
    java.util.ArrayDeque<Integer> next = new java.util.ArrayDeque<>();
    next.add(row);
    seen[row] = true;
    while (!next.isEmpty()) {
      int at = next.poll();
      for (int to = 0; to < seen.length; to++) {
        if (!seen[to] && joined(hidden, at, to, rows, columns, row, column, rowGone, columnGone)) {
          seen[to] = true;
          next.add(to);
        }
      }
    }
    return seen[rows + column];
  }

  private static boolean joined(boolean[][] hidden, int one, int other, int rows, int columns, int row, int column, boolean[] rowGone, boolean[] columnGone) {
    int low = Math.min(one, other);
    int high = Math.max(one, other);
    if (high == rows + columns) return low < rows ? rowGone[low] : columnGone[low - rows];
    if (low >= rows || high < rows) return false;
    return hidden[low][high - rows] && !(low == row && high - rows == column);
  }

  private static boolean[][] screen(long[][] persons) {
    return Screen.over(cells(persons), new boolean[persons.length][persons[0].length], row -> false, column -> false);
  }

  private static Cell[][] cells(long[][] persons) {
    return Arrays.stream(persons).map(row -> Arrays.stream(row).mapToObj(number -> new Cell(number, number, number * 60)).toArray(Cell[]::new)).toArray(Cell[][]::new);
  }
}
