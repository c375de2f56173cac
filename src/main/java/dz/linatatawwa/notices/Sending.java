package dz.linatatawwa.notices;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes whoever carries notices out, once the transaction that made them is committed. */
@Component
class Sending {

  /** The kind of notices that hold a one-time code: their text is wiped once it is out, or too old. */
  static final String CODE = "code";

  private final Semaphore work = new Semaphore(0);

  void wakeAfterwards() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      wake();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        wake();
      }
    });
  }

  void wake() {
    if (work.availablePermits() == 0) work.release();
  }

  Semaphore work() {
    return work;
  }
}
