package dz.linatatawwa.notices;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Keeps letters that are told to very many apart in time, so that pages do not wait for them: all lanes together carry no more in a second. */
class Pace {

  static final Pace NONE = new Pace(() -> 0);
  private static final long SECOND = 1_000_000_000L;

  private final IntSupplier perSecond;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /** @param perSecond asked anew each time; 0: no bound */
  Pace(IntSupplier perSecond) {
    this.perSecond = perSecond;
  }

  /** Waits for the next turn. */
  void await() throws InterruptedException {
    int rate = perSecond.getAsInt();
    if (rate <= 0) return;
    long step = SECOND / rate;
    long now = System.nanoTime();
    long turn = next.updateAndGet(last -> Math.max(last, now - SECOND / 10) + step);
    for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
      if (Thread.interrupted()) throw new InterruptedException();
      LockSupport.parkNanos(left);
    }
  }
}
