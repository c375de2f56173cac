package dz.linatatawwa.statistics;

import dz.linatatawwa.site.DataReplaced;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The nation's numbers, drawn from the ledger; counted anew at most once a minute, and each time with its moment. */
@Service
public class NationalNumbers {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final NationCount table;
  private final Clock clock;
  private final AtomicReference<@Nullable Numbers> newest = new AtomicReference<>();
  private final ReentrantLock counting = new ReentrantLock();

  NationalNumbers(NationCount table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The numbers of the last minute. Whoever comes while somebody counts gets those before. */
  public Numbers now() {
    Numbers known = newest.get();
    if (known != null && known.asOf().plus(FRESH).isAfter(clock.instant())) return known;
    if (known != null && !counting.tryLock()) return known;
    if (known == null) counting.lock();
    try {
      Numbers meanwhile = newest.get();
      if (meanwhile != null && meanwhile.asOf().plus(FRESH).isAfter(clock.instant())) return meanwhile;
      Numbers counted = table.count();
      newest.set(counted);
      return counted;
    } finally {
      counting.unlock();
    }
  }

  /** The same by months and wilayas, counted now. */
  public NationTables tables() {
    return table.tables();
  }

  /** Counts anew at the next question. */
  @EventListener(DataReplaced.class)
  public void forget() {
    newest.set(null);
  }
}
