package dz.linatatawwa.opportunities;

import dz.linatatawwa.opportunities.SearchCriteria.Sort;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One search, ready to be held against the rows in memory: the same conditions as {@link Conditions}. */
final class Probe {

  private static final int ANY = 0;

  private final ListingColumns rows;
  private final SearchCriteria c;
  private final short wilaya;
  private final short commune;
  private final short field;
  private final short activity;
  private final boolean @Nullable [] audiences;
  private final int from;
  /** The day after the last one. */
  private final int to;
  private final @Nullable Spot origin;

  Probe(ListingColumns rows, SearchCriteria c) {
    this.rows = rows;
    this.c = c;
    wilaya = c.wilaya() == null ? ANY : rows.wilayas.asked(c.wilaya().value());
    commune = c.commune() == null ? ANY : rows.communes.asked(c.commune().value());
    field = c.field() == null ? ANY : rows.fields.asked(c.field());
    activity = c.activity() == null ? ANY : rows.activities.asked(c.activity());
    audiences = c.audience() == null ? null : audiences(rows.audienceSets, c.audience());
    from = c.from() == null ? Integer.MIN_VALUE : day(c.from());
    to = c.to() == null ? Integer.MAX_VALUE : day(c.to()) + 1;
    origin = c.near() == null ? null : Spot.of(c.near());
  }

  /** The bits of all rows that the search finds. */
  long[] hits(Asked asked, boolean wide) {
    long[] bits = words(asked.stems(), wide);
    for (int i = 0; i < bits.length; i++) {
      for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
        long bit = Long.lowestOneBit(rest);
        if (!fits((i << 6) + Long.numberOfTrailingZeros(bit))) bits[i] ^= bit;
      }
    }
    return bits;
  }

  /** By what the order goes; of two alike the smaller number comes first. Times in microseconds are below 2⁵³ and so exact. */
  double key(int slot) {
    return switch (c.sort()) {
      case NEED -> rows.needAt[slot];
      case DATE -> rows.nextStart[slot];
      case DISTANCE -> kilometres(slot);
    };
  }

  /** From where the search measures; not a number when it does not, or the row is nowhere. */
  double kilometres(int slot) {
    return origin == null ? Double.NaN : origin.to(rows.x[slot], rows.y[slot]);
  }

  private long[] words(List<String> stems, boolean wide) {
    long[] all = new long[(rows.slots() + 63) / 64];
    if (stems.isEmpty()) {
      for (int slot = 0; slot < rows.slots(); slot++) all[slot >> 6] |= 1L << slot;
      return all;
    }
    for (int word = 0; word < stems.size(); word++) {
      long[] bits = word == 0 ? all : new long[all.length];
      rows.about.mark(stems.get(word), bits);
      if (wide) rows.around.mark(stems.get(word), bits);
      for (int i = 0; word > 0 && i < all.length; i++) all[i] &= bits[i];
    }
    return all;
  }

  private boolean fits(int slot) {
    return rows.id[slot] != 0
        && (wilaya == ANY || rows.wilaya[slot] == wilaya)
        && (commune == ANY || rows.commune[slot] == commune)
        && (field == ANY || rows.field[slot] == field)
        && (activity == ANY || rows.activity[slot] == activity)
        && (c.from() == null && c.to() == null || comes(rows.days[slot]))
        && (audiences == null || audiences[rows.audiences[slot]])
        && (c.age() == null || rows.minAge[slot] <= c.age())
        && (!c.remote() || rows.remote[slot])
        && (!c.left() || rows.seatsLeft[slot] > 0)
        && (c.organization() == null || rows.organization[slot] == c.organization().value())
        && (c.campaign() == null || rows.campaign[slot] == c.campaign().value())
        && (c.sort() != Sort.DISTANCE || !Double.isNaN(rows.x[slot]));
  }

  private boolean comes(int[] days) {
    for (int i = 0; i < days.length; i += 2) if (from < to && days[i] < to && from < days[i + 1]) return true;
    return false;
  }

  /** Whether each set has it; the empty one has all. */
  private static boolean[] audiences(Codes sets, String audience) {
    boolean[] having = new boolean[sets.size()];
    for (int i = 0; i < having.length; i++) having[i] = i == 0 || (" " + sets.code(i) + " ").contains(" " + audience + " ");
    return having;
  }

  private static int day(LocalDate day) {
    return (int) day.toEpochDay();
  }
}
