package dz.linatatawwa.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How many persons have how many minutes: exact, for the one in the middle. */
final class Counts {

  /** Minutes below it have a place of their own; longer sums are rare. */
  private static final int SHORT = 2048;

  private final int[] few = new int[SHORT];
  private long @Nullable [] many;
  private int[] times = {};
  private int used;

  void add(long minutes, int persons) {
    if (minutes < SHORT) few[(int) minutes] += persons;
    else addMany(minutes, persons);
  }

  private void addMany(long minutes, int persons) {
    if (many == null || 2 * (used + 1) > many.length) grow();
    int slot = slot(minutes);
    if (times[slot] == 0) {
      many[slot] = minutes;
      used++;
    }
    times[slot] += persons;
  }

  private int slot(long minutes) {
    long[] keys = many;
    int slot = (int) (minutes * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
    while (times[slot] != 0 && keys[slot] != minutes) slot = slot + 1 & keys.length - 1;
    return slot;
  }

  private void grow() {
    long[] oldKeys = many;
    int[] oldTimes = times;
    many = new long[oldKeys == null ? 16 : 2 * oldKeys.length];
    times = new int[many.length];
    used = 0;
    for (int i = 0; i < oldTimes.length; i++) if (oldTimes[i] != 0) addMany(oldKeys[i], oldTimes[i]);
  }

  void add(Counts other) {
    for (int i = 0; i < SHORT; i++) few[i] += other.few[i];
    for (int i = 0; i < other.times.length; i++) if (other.times[i] != 0) addMany(other.many[i], other.times[i]);
  }

  /** The minutes of the one in the middle, the lower of two. */
  long median(long persons) {
    long before = (persons + 1) / 2;
    for (int i = 0; i < SHORT; i++) {
      before -= few[i];
      if (before <= 0) return i;
    }
    long[] sorted = new long[used];
    int n = 0;
    for (int i = 0; i < times.length; i++) if (times[i] != 0) sorted[n++] = many[i];
    Arrays.sort(sorted);
    for (long minutes : sorted) {
      before -= times[slot(minutes)];
      if (before <= 0) return minutes;
    }
    throw new IllegalStateException(persons + " persons, of whom " + before + " were not counted");
  }
}
