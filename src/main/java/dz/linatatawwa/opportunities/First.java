package dz.linatatawwa.opportunities;

import java.util.Arrays;

/** The first so many of an order, whatever order they come in: a heap whose root is the last of them. */
final class First {

  private final int most;
  private double[] keys;
  private long[] ids;
  private int[] slots;
  private int size;

  First(int most) {
    this.most = most;
    keys = new double[Math.min(most, 64)];
    ids = new long[keys.length];
    slots = new int[keys.length];
  }

  /** @param key by which is sorted, then by the id */
  void add(double key, long id, int slot) {
    if (size < most) {
      if (size == keys.length) grow();
      int at = size++;
      for (; at > 0 && isBefore(at - 1 >> 1, key, id); at = at - 1 >> 1) copy(at - 1 >> 1, at);
      set(at, key, id, slot);
    } else if (most > 0 && !isBefore(0, key, id)) {
      sink(key, id, slot);
    }
  }

  /** Their slots in order. */
  int[] slots() {
    int[] sorted = new int[size];
    while (size > 0) {
      sorted[--size] = slots[0];
      sink(keys[size], ids[size], slots[size]);
    }
    return sorted;
  }

  /** Puts one in the place of the root. */
  private void sink(double key, long id, int slot) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isBefore(child, keys[child + 1], ids[child + 1])) child++;
      if (isBefore(child, key, id)) break;
      copy(child, at);
      at = child;
    }
    set(at, key, id, slot);
  }

  private boolean isBefore(int at, double key, long id) {
    return keys[at] < key || keys[at] == key && ids[at] < id;
  }

  private void copy(int from, int to) {
    set(to, keys[from], ids[from], slots[from]);
  }

  private void set(int at, double key, long id, int slot) {
    keys[at] = key;
    ids[at] = id;
    slots[at] = slot;
  }

  private void grow() {
    int length = Math.min(most, size * 2);
    keys = Arrays.copyOf(keys, length);
    ids = Arrays.copyOf(ids, length);
    slots = Arrays.copyOf(slots, length);
  }
}
