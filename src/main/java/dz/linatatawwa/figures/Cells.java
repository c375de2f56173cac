package dz.linatatawwa.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parts of one breakdown while they are counted. What each person gave to each part is told once and only noted by its size: how many gave so many minutes; everything
 *  that an answer says follows from that, and noting it costs one step. */
final class Cells {

  /** From so many minutes somebody counts as a person (an hour). */
  static final int HOUR = 60;

  private @Nullable Counts[] counts;
  /** What the person under way has given to each part, and to which parts. */
  private int[] sums;
  private int[] given = new int[16];

  Cells(int size) {
    counts = new Counts[size];
    sums = new int[size];
  }

  /** Makes room for parts that became known. */
  void grow(int size) {
    counts = Arrays.copyOf(counts, size);
    sums = Arrays.copyOf(sums, size);
  }

  /** All lines of a person, whose keys stand at some place of what they say. A part may stand among the given twice: the second time nothing is left of it.
   *  Nothing branches on what the lines hold: which part a line names is not to be foreseen, and a wrong guess costs the processor more than the rest. */
  void person(long[] said, int[] minutes, int count, int at, int mask) {
    if (given.length < count) given = new int[2 * count];
    int[] parts = given;
    int[] sum = sums;
    int n = 0;
    for (int i = 0; i < count; i++) {
      int key = (int) (said[i] >>> at) & mask;
      int before = sum[key];
      parts[n] = key;
      n += before == 0 ? 1 : 0;
      sum[key] = before + minutes[i];
    }
    for (int i = 0; i < n; i++) {
      int key = parts[i];
      person(key, sum[key]);
      sum[key] = 0;
    }
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
