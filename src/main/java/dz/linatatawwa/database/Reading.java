package dz.linatatawwa.database;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the thread at work asks of the database may be asked of a follower, which shows what was true some seconds ago. It must then write nothing. Where there are no followers this changes nothing. */
public final class Reading {

  private static final ThreadLocal<@Nullable Reading> LAGGING = new ThreadLocal<>();

  private final Instant since;
  private @Nullable Instant seen;

  private Reading(Instant since) {
    this.since = since;
  }

  /** From now on, until {@link #strictly}.
   *  @param since what was committed until then must be seen */
  public static void mayLag(Instant since) {
    LAGGING.set(new Reading(since));
  }

  /** From now on only the leader is asked. */
  public static void strictly() {
    LAGGING.remove();
  }

  /** Asks the leader meanwhile, whatever was said before: what is written afterwards must have been read where it is written. */
  public static <T> T strictly(Supplier<T> asking) {
    Reading before = LAGGING.get();
    LAGGING.remove();
    try {
      return asking.get();
    } finally {
      if (before != null) LAGGING.set(before);
    }
  }

  /** What must be seen at least; null: everything, so the leader is asked. */
  public static @Nullable Instant since() {
    Reading lagging = LAGGING.get();
    return lagging == null ? null : lagging.since;
  }

  /** For an answer that says of which moment it is.
   *  @param asked when it was asked for, before the database was
   *  @return everything that was committed until then has been seen: earlier than asked where a follower answered that had not come so far */
  public static Instant seenUntil(Instant asked) {
    Reading lagging = LAGGING.get();
    return lagging == null || lagging.seen == null || lagging.seen.isAfter(asked) ? asked : lagging.seen;
  }

  /** The connection that was given to the thread at work is of a server that has everything that was committed until then. Of several the one that is furthest behind counts. */
  static void sees(Instant moment) {
    Reading lagging = LAGGING.get();
    if (lagging != null && (lagging.seen == null || moment.isBefore(lagging.seen))) lagging.seen = moment;
  }
}
