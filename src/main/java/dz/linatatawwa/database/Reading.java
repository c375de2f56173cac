package dz.linatatawwa.database;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the thread at work asks of the database may be asked of a follower, which shows what was true some seconds ago. It must then write nothing. Where there are no followers this changes nothing. */
public final class Reading {

  private static final ThreadLocal<@Nullable Instant> SINCE = new ThreadLocal<>();

  private Reading() {}

  /** From now on, until {@link #strictly}.
   *  @param since what was committed until then must be seen */
  public static void mayLag(Instant since) {
    SINCE.set(since);
  }

  /** From now on only the leader is asked. */
  public static void strictly() {
    SINCE.remove();
  }

  /** Asks the leader meanwhile, whatever was said before: what is written afterwards must have been read where it is written. */
  public static <T> T strictly(Supplier<T> asking) {
    Instant before = SINCE.get();
    SINCE.remove();
    try {
      return asking.get();
    } finally {
      if (before != null) SINCE.set(before);
    }
  }

  /** What must be seen at least; null: everything, so the leader is asked. */
  public static @Nullable Instant since() {
    return SINCE.get();
  }
}
