package dz.linatatawwa.site;

import java.util.List;

/** A part of a longer list.
 *  @param number the page, from 1
 *  @param size   rows a page
 *  @param total  rows in all */
public record Slice<T>(List<T> rows, int number, int size, long total) {

  public Slice {
    rows = List.copyOf(rows);
    if (number < 1 || size < 1 || total < 0) throw new IllegalArgumentException("page " + number + " of " + size + ", " + total + " in all");
  }

  public int last() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public boolean hasNext() {
    return number < last();
  }
}
