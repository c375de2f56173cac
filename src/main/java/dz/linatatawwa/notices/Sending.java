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

  /** Why a text message was not sent: it would have cost more than the ceiling of the day or of the month. */
  static final String CEILING = "ceiling";

  /** So many carry letters at once: one of them only what is not told to very many, so that a code never waits behind an announcement. */
  static final int LANES = 3;

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
    if (work.availablePermits() == 0) work.release(LANES);
  }

  Semaphore work() {
    return work;
  }
}
