package dz.linatatawwa.nodes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What this node read a moment ago and need not read again, until some node says that it changed. Whoever changes it tells the others by {@link Nodes#tell} and forgets it here; whoever
 *  hears of it forgets it too. A node that does not hear the others reads each time. Safe for many threads.
 *  @param <K> by what it is found
 *  @param <V> what does not change by itself */
public final class Remembered<K, V> {

  private final Nodes nodes;
  private final Cache<K, V> known;
  private final AtomicLong forgotten = new AtomicLong();

  /** @param most of them, those asked for seldom give way @param longest for how long one is kept though nobody says anything */
  public Remembered(Nodes nodes, int most, Duration longest) {
    this.nodes = nodes;
    this.known = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(longest).build();
  }

  /** What is known of the key, otherwise what is read; nothing is not remembered. */
  public Optional<V> find(K key, Supplier<Optional<V>> reading) {
    boolean trusted = nodes.hears();
    V found = trusted ? known.getIfPresent(key) : null;
    if (found != null) return Optional.of(found);
    long before = forgotten.get();
    Optional<V> read = reading.get();
    if (trusted) read.ifPresent(value -> remember(key, value, before));
    return read;
  }

  /** Not what was read before somebody said to forget it. */
  private void remember(K key, V value, long before) {
    known.put(key, value);
    if (forgotten.get() != before) known.invalidate(key);
  }

  /** Reads this one anew, even where somebody is reading it at this moment. */
  public void forget(K key) {
    forgotten.incrementAndGet();
    known.invalidate(key);
  }

  /** Reads these anew. */
  public void forgetIf(Predicate<V> which) {
    forgotten.incrementAndGet();
    known.asMap().values().removeIf(which);
  }

  /** Reads everything anew. */
  public void forgetAll() {
    forgotten.incrementAndGet();
    known.invalidateAll();
  }

  /** Forgets now, and once more when the transaction under way is over: a question in between may have read what was there before.
   *  @param forgetting by one of the methods above */
  public static void nowAndAfterwards(Runnable forgetting) {
    forgetting.run();
    if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        forgetting.run();
      }
    });
  }
}
