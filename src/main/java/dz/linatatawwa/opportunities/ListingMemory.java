package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.DataReplaced;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The copy of the listing that searches ask: made in the background at the start, brought on by every search that finds it behind and every two
 *  seconds besides, made anew when much has changed at once. While there is none, searches ask the database. Decision 0014. */
@Component
class ListingMemory {

  private static final Logger LOG = LoggerFactory.getLogger(ListingMemory.class);
  /** Of more changes than these the copy is made anew, beside the searches. */
  private static final int BROUGHT_ON = 3000;
  /** Before the next try when the list is too long or the database silent. */
  private static final long PAUSE = Duration.ofSeconds(20).toNanos();
  private static final long SWEPT = Duration.ofMinutes(30).toNanos();

  private final ListingFeed feed;
  private final int most;
  private final ReentrantLock bringing = new ReentrantLock();
  private volatile @Nullable ListingCopy copy;
  private boolean making;
  private long notBefore = System.nanoTime();
  private int replaced;
  private @Nullable String sweepTo;
  private long sweepAt;

  /** @param most rows that are held in memory, about 200 bytes each; of a longer listing there is no copy; 0: never */
  ListingMemory(ListingFeed feed, @Value("${linatatawwa.listing-memory:300000}") int most) {
    this.feed = feed;
    this.most = most;
  }

  /** Null while there is none, and within a transaction, which must find what it has written itself. */
  @Nullable ListingCopy copy() {
    return TransactionSynchronizationManager.isActualTransactionActive() ? null : copy;
  }

  /** Brings the copy on to now. False when it cannot be: then the database must be asked. */
  boolean bringOn(ListingCopy behind) {
    bringing.lock();
    try {
      if (behind != copy) return false;
      ListingFeed.Changes changes = feed.since(behind.seen(), BROUGHT_ON);
      if (changes == null) {
        copy = null;
        make();
        return false;
      }
      behind.apply(changes);
      return true;
    } finally {
      bringing.unlock();
    }
  }

  @EventListener(DataReplaced.class)
  void forget() {
    bringing.lock();
    try {
      copy = null;
      sweepTo = null;
      replaced++;
      making = false;
      notBefore = System.nanoTime();
      make();
    } finally {
      bringing.unlock();
    }
  }

  /** So that a search never has much to bring on. */
  @Scheduled(initialDelayString = "1s", fixedDelayString = "2s")
  void keep() {
    try {
      ListingCopy now = copy;
      if (now == null || bringOn(now) && now.isWorn()) make();
      sweep();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the copy of the list of opportunities was not brought on: {}", e.getMessage());
    }
  }

  private void make() {
    bringing.lock();
    try {
      if (making || most == 0 || System.nanoTime() - notBefore < 0) return;
      making = true;
      int before = replaced;
      Thread.ofVirtual().name("listing-memory").start(() -> make(before));
    } finally {
      bringing.unlock();
    }
  }

  private void make(int before) {
    ListingCopy made = null;
    try {
      long began = System.nanoTime();
      made = feed.all(most);
      LOG.debug("copied the list of opportunities in {} ms", (System.nanoTime() - began) / 1_000_000);
    } catch (RuntimeException e) {
      LOG.warn("the list of opportunities was not copied: {}", e.getMessage());
    } finally {
      hold(made, before);
    }
  }

  /** What changed while it was made is brought on before anybody sees it. */
  private void hold(@Nullable ListingCopy made, int before) {
    bringing.lock();
    try {
      if (before != replaced) return;
      making = false;
      if (made == null) notBefore = System.nanoTime() + PAUSE;
      if (made == null) return;
      ListingFeed.Changes changes = feed.since(made.seen(), Integer.MAX_VALUE - 1);
      if (changes == null) return;
      made.apply(changes);
      copy = made;
    } finally {
      bringing.unlock();
    }
  }

  /** Every half hour, up to where this node was half an hour before. A node that was away for longer makes its copy anew. */
  private void sweep() {
    if (sweepTo != null && System.nanoTime() - sweepAt < SWEPT) return;
    feed.sweep(sweepTo == null ? "3:3:" : sweepTo);
    sweepTo = feed.now();
    sweepAt = System.nanoTime();
  }
}
