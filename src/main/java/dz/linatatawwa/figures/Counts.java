package dz.linatatawwa.figures;

import java.util.Arrays;

/** How many people gave how many minutes: exact. */
final class Counts {

  /** Minutes below it have a place of their own; longer sums are rarer. */
  private static final int SHORT = 1 << 14;
  private static final int FIRST = 512;

  /** By minutes; it grows with them. */
  private int[] few = new int[FIRST];
  private int[] many = {};
  private int[] times = {};
  private int used;

  void add(int minutes, int people) {
    if (minutes < few.length) few[minutes] += people;
    else addLong(minutes, people);
  }

  private void addLong(int minutes, int people) {
    if (minutes >= SHORT) {
      addMany(minutes, people);
    } else {
      few = Arrays.copyOf(few, 2 * Integer.highestOneBit(minutes));
      few[minutes] += people;
    }
  }

  private void addMany(int minutes, int people) {
    if (2 * used >= many.length) grow();
    int slot = slot(minutes);
    if (times[slot] == 0) {
      many[slot] = minutes;
      used++;
    }
    times[slot] += people;
  }

  private int slot(int minutes) {
    int slot = minutes * 0x9E3779B9 >>> 8 & many.length - 1;
    while (times[slot] != 0 && many[slot] != minutes) slot = slot + 1 & many.length - 1;
    return slot;
  }

  private void grow() {
    int[] oldMinutes = many;
    int[] oldTimes = times;
    many = new int[Math.max(16, 2 * oldMinutes.length)];
    times = new int[many.length];
    used = 0;
    for (int i = 0; i < oldTimes.length; i++) if (oldTimes[i] != 0) addMany(oldMinutes[i], oldTimes[i]);
  }

  void add(Counts other) {
    if (other.few.length > few.length) few = Arrays.copyOf(few, other.few.length);
    for (int i = 0; i < other.few.length; i++) few[i] += other.few[i];
    for (int i = 0; i < other.times.length; i++) if (other.times[i] != 0) addMany(other.many[i], other.times[i]);
  }

  Totals totals() {
    long givers = 0;
    long persons = 0;
    long minutes = 0;
    for (int i = 1; i < few.length; i++) {
      givers += few[i];
      if (i >= Cells.HOUR) persons += few[i];
      minutes += (long) few[i] * i;
    }
    for (int i = 0; i < times.length; i++) {
      givers += times[i];
      persons += times[i];
      minutes += (long) times[i] * many[i];
    }
    return new Totals(persons, givers, minutes, persons == 0 ? 0 : median(persons));
  }

  /** The minutes of the one in the middle of those with an hour or more, the lower of two. */
  private int median(long persons) {
    long before = (persons + 1) / 2;
    for (int i = Cells.HOUR; i < few.length; i++) {
      before -= few[i];
      if (before <= 0) return i;
    }
    int[] sorted = new int[used];
    int n = 0;
    for (int i = 0; i < times.length; i++) if (times[i] != 0) sorted[n++] = many[i];
    Arrays.sort(sorted);
    for (int minutes : sorted) {
      before -= times[slot(minutes)];
      if (before <= 0) return minutes;
    }
    throw new IllegalStateException(persons + " persons, of whom " + before + " were not counted");
  }
}
