package dz.linatatawwa.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parts of one breakdown while they are counted: what each person gave to each of them is told once. */
final class Cells {

  /** From so many minutes somebody counts as a person (an hour). */
  static final int HOUR = 60;

  private long[] minutes;
  private int[] givers;
  private int[] persons;
  private @Nullable Counts[] counts;
  /** What the person under way has given to each part, and to which parts they gave. */
  private int[] sums;
  private int[] given = new int[16];
  private int givenTo;

  Cells(int size) {
    minutes = new long[size];
    givers = new int[size];
    persons = new int[size];
    counts = new Counts[size];
    sums = new int[size];
  }

  /** Makes room for parts that became known. */
  void grow(int size) {
    minutes = Arrays.copyOf(minutes, size);
    givers = Arrays.copyOf(givers, size);
    persons = Arrays.copyOf(persons, size);
    counts = Arrays.copyOf(counts, size);
    sums = Arrays.copyOf(sums, size);
  }

  /** One line of the person under way. */
  void line(int key, int lineMinutes) {
    if (sums[key] == 0) {
      if (givenTo == given.length) given = Arrays.copyOf(given, 2 * givenTo);
      given[givenTo++] = key;
    }
    sums[key] += lineMinutes;
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
  void person(int key, long sum) {
    if (sum <= 0) return;
    minutes[key] += sum;
    givers[key]++;
    if (sum < HOUR) return;
    persons[key]++;
    Counts known = counts[key];
    if (known == null) counts[key] = known = new Counts();
    known.add(sum, 1);
  }

  void add(Cells other) {
    for (int key = 0; key < minutes.length; key++) {
      if (other.givers[key] == 0) continue;
      minutes[key] += other.minutes[key];
      givers[key] += other.givers[key];
      persons[key] += other.persons[key];
      Counts more = other.counts[key];
      if (more == null) continue;
      Counts known = counts[key];
      if (known == null) counts[key] = more;
      else known.add(more);
    }
  }

  int size() {
    return minutes.length;
  }

  boolean isEmpty(int key) {
    return givers[key] == 0;
  }

  Totals totals(int key) {
    Counts known = counts[key];
    return new Totals(persons[key], givers[key], minutes[key], known == null ? 0 : known.median(persons[key]));
  }
}
