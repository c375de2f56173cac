package dz.linatatawwa.attendance;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One deed about one person in one shift, as the {@link Fold} takes it.
 *  @param at when it happened, by our clock */
record DayDeed(String key, DeedKind kind, Instant at, long by, Via via, @Nullable String device, boolean twoSided, @Nullable Times times,
    @Nullable String undoes) {

  /** The order in which deeds are folded: by time, and at one instant by key, so that every node agrees. */
  static final Comparator<DayDeed> ORDER = Comparator.comparing(DayDeed::at).thenComparing(DayDeed::key);

  boolean before(DayDeed other) {
    return ORDER.compare(this, other) < 0;
  }

  /** Whose eyes it came from: everybody at the desk sees one page, each device sees its own. */
  String hand() {
    return device == null ? via.code() : device;
  }
}
