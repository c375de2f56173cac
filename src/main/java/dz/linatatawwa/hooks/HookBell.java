package dz.linatatawwa.hooks;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the courier once what there is to tell is committed; other nodes, and what the database noted by itself, are found by its next round. */
@Component
class HookBell {

  private final Semaphore rung = new Semaphore(0);

  void ring() {
    if (rung.availablePermits() == 0) rung.release();
  }

  void ringAfterwards() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      ring();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        ring();
      }
    });
  }

  void await(Duration most) throws InterruptedException {
    boolean heard = rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    if (heard) rung.drainPermits();
  }
}
