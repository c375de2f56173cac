package dz.linatatawwa.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parts of one breakdown while they are counted. What each person gave to each part is told once and only noted by its size: how many gave so many minutes; everything
 *  that an answer says follows from that, and noting it costs one step. */
final class Cells {

  /** From so many minutes somebody counts as a person (an hour). */
  static final int HOUR = 60;

  private @Nullable Counts[] counts;
  /** What the person under way has given to each part, and to which parts they gave. */
  private int[] sums;
  private int[] given = new int[16];
  private int givenTo;

  Cells(int size) {
    counts = new Counts[size];
    sums = new int[size];
  }

  /** Makes room for parts that became known. */
  void grow(int size) {
    counts = Arrays.copyOf(counts, size);
    sums = Arrays.copyOf(sums, size);
  }

  /** One line of the person under way. */
  void line(int key, int minutes) {
    int before = sums[key];
    if (before == 0) note(key);
    sums[key] = before + minutes;
  }

  private void note(int key) {
    if (givenTo == given.length) given = Arrays.copyOf(given, 2 * givenTo);
    given[givenTo++] = key;
  }

  /** The person under way has no more lines. A part may stand among the given twice: the second time nothing is left of it. */
  void end() {
    for (int i = 0; i < givenTo; i++) {
      int key = given[i];
      person(key, sums[key]);
      sums[key] = 0;
    }
    givenTo = 0;
  }

  /** All that a person gave to one part. */
  void person(int key, int sum) {
    if (sum <= 0) return;
    Counts known = counts[key];
    if (known == null) counts[key] = known = new Counts();
    known.add(sum, 1);
  }

  void add(Cells other) {
    if (other.counts.length > counts.length) grow(other.counts.length);
    for (int key = 0; key < other.counts.length; key++) {
      Counts more = other.counts[key];
      Counts known = counts[key];
      if (known == null) counts[key] = more;
      else if (more != null) known.add(more);
    }
  }

  int size() {
    return counts.length;
  }

  /** Nothing for a part to which nobody gave. */
  @Nullable Totals totals(int key) {
    Counts known = counts[key];
    return known == null ? null : known.totals();
  }
}
