package dz.linatatawwa.opportunities;

/** The slot of each opportunity by its number: open addressing in two arrays, at most half full. */
final class SlotByKey {

  /** No opportunity has the number 0. */
  private long[] keys = new long[2048];
  private int[] slots = new int[2048];
  private int used;

  /** −1 for one that has none. */
  int get(long key) {
    int at = place(key);
    return keys[at] == key ? slots[at] : -1;
  }

  /** @param slot −1: none any more */
  void put(long key, int slot) {
    if (used * 2 >= keys.length) grow();
    int at = place(key);
    if (keys[at] == 0) used++;
    keys[at] = key;
    slots[at] = slot;
  }

  private int place(long key) {
    int at = (int) (key * 0x9e3779b97f4a7c15L >>> 40) & keys.length - 1;
    while (keys[at] != 0 && keys[at] != key) at = at + 1 & keys.length - 1;
    return at;
  }

  private void grow() {
    long[] before = keys;
    int[] were = slots;
    keys = new long[before.length * 2];
    slots = new int[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      if (before[i] == 0) continue;
      int at = place(before[i]);
      keys[at] = before[i];
      slots[at] = were[i];
    }
  }
}
