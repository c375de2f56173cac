package dz.linatatawwa.sheets;

import java.util.List;

/** What the rows of a sheet come to.
 *  @param rows all of them
 *  @param left not looked at yet */
public record SheetCount(int rows, int came, int absent, int walkIns, int blank, int left, int waiting) {

  static SheetCount of(List<SheetRow> rows) {
    return new SheetCount(rows.size(), count(rows, true, Reading.CAME), count(rows, true, Reading.ABSENT) + count(rows, false, Reading.ABSENT),
        count(rows, false, Reading.CAME), count(rows, true, Reading.BLANK) + count(rows, false, Reading.BLANK),
        (int) rows.stream().filter(row -> !row.written()).count(), (int) rows.stream().filter(SheetRow::review).count());
  }

  private static int count(List<SheetRow> rows, boolean seat, Reading mark) {
    return (int) rows.stream().filter(row -> row.seat() == seat && row.mark() == mark).count();
  }
}
