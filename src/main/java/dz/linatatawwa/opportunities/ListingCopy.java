package dz.linatatawwa.opportunities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;
import java.util.function.ToIntFunction;

/** The listing in memory as it was at one moment, and searches of it. Many may search at once; while it is brought on, they wait some microseconds. */
final class ListingCopy implements Hits {

  private record Question(SearchCriteria c, Asked asked, boolean wide, int page, int size) {}

  private final ListingColumns rows;
  /** Pages that were asked for, until anything changes. */
  private final Cache<Question, Page> pages = Caffeine.newBuilder().maximumSize(500).build();
  private final StampedLock lock = new StampedLock();
  private volatile String seen;

  /** @param seen the snapshot in which the rows were read */
  ListingCopy(ListingColumns rows, String seen) {
    this.rows = rows;
    this.seen = seen;
  }

  /** The snapshot whose rows these are. Read before a search it is never newer than what the search reads. */
  String seen() {
    return seen;
  }

  /** Brings the copy on to a later snapshot. */
  void apply(ListingFeed.Changes changes) {
    long stamp = lock.writeLock();
    try {
      changes.gone().forEach(rows::remove);
      changes.rows().forEach(rows::put);
      if (!changes.gone().isEmpty() || !changes.rows().isEmpty()) pages.invalidateAll();
      seen = changes.seen();
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Whether so many slots are empty that a new copy is worth its making. */
  boolean isWorn() {
    return reading(rows -> rows.empty() > 2000 && rows.empty() > rows.slots() / 4 ? 1 : 0) == 1;
  }

  @Override
  public Page page(SearchCriteria c, Asked asked, boolean wide, int page, int size) {
    long stamp = lock.readLock();
    try {
      return pages.get(new Question(c, asked, wide, page, size), question -> find(c, asked, wide, page, size));
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private Page find(SearchCriteria c, Asked asked, boolean wide, int page, int size) {
    Probe probe = new Probe(rows, c);
    long[] bits = probe.hits(asked, wide);
    int total = Math.min(count(bits), Found.COUNTED);
    int number = Math.min(Math.max(1, page), Hits.last(total, size));
    int[] sorted = sorted(probe, bits, number * size);
    List<Hit> hits = new ArrayList<>(size);
    for (int i = (number - 1) * size; i < sorted.length; i++) {
      double kilometres = probe.kilometres(sorted[i]);
      hits.add(new Hit(rows.id[sorted[i]], Double.isNaN(kilometres) ? null : kilometres));
    }
    return new Page(List.copyOf(hits), number, total);
  }

  @Override
  public int total(SearchCriteria c, Asked asked, boolean wide) {
    return Math.min(reading(rows -> count(new Probe(rows, c).hits(asked, wide))), Found.COUNTED);
  }

  @Override
  public Map<String, OpenOffer> byWilaya(SearchCriteria c, Asked asked, boolean wide) {
    Map<String, OpenOffer> counts = new HashMap<>();
    reading(rows -> {
      long[] bits = new Probe(rows, c).hits(asked, wide);
      int[] numbers = new int[rows.wilayas.size()];
      long[] seats = new long[numbers.length];
      for (int i = 0; i < bits.length; i++) {
        for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
          int slot = slot(i, rest);
          numbers[rows.wilaya[slot]]++;
          seats[rows.wilaya[slot]] += rows.seatsLeft[slot];
        }
      }
      for (int i = 0; i < numbers.length; i++) if (numbers[i] > 0) counts.put(rows.wilayas.code(i), new OpenOffer(numbers[i], seats[i]));
      return counts.size();
    });
    return counts;
  }

  private int[] sorted(Probe probe, long[] bits, int most) {
    First first = new First(most);
    for (int i = 0; i < bits.length; i++) {
      for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
        int slot = slot(i, rest);
        first.add(probe.key(slot), rows.id[slot], slot);
      }
    }
    return first.slots();
  }

  private int reading(ToIntFunction<ListingColumns> question) {
    long stamp = lock.readLock();
    try {
      return question.applyAsInt(rows);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private static int slot(int word, long rest) {
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  private static int count(long[] bits) {
    int count = 0;
    for (long word : bits) count += Long.bitCount(word);
    return count;
  }
}
