package dz.linatatawwa.hooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes what is due and has it carried, for as long as the platform runs: each message in a thread of its own, those for receivers to whom nothing arrives in lanes of their own,
 *  so that who is slow or away holds up nobody else. Any number of nodes may do it at once. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Courier implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LAST_CALL = Duration.ofSeconds(12);

  private final OutboxTable outbox;
  private final Carrying carrying;
  private final HookBell bell;
  private final Clock clock;
  private final Duration every;
  private final Semaphore healthy;
  private final Semaphore failing;
  private volatile boolean running;
  private Thread thread = new Thread();
  private ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

  /** @param lanes so many messages under way at one time to receivers that answer, and half as many to those that do not */
  Courier(OutboxTable outbox, Carrying carrying, HookBell bell, Clock clock, @Value("${linatatawwa.hooks.every:2s}") Duration every, @Value("${linatatawwa.hooks.lanes:24}") int lanes) {
    this.outbox = outbox;
    this.carrying = carrying;
    this.bell = bell;
    this.clock = clock;
    this.every = every;
    this.healthy = new Semaphore(lanes);
    this.failing = new Semaphore(Math.max(1, lanes / 2));
  }

  @Override
  public void start() {
    running = true;
    carriers = Executors.newVirtualThreadPerTaskExecutor();
    thread = Thread.ofVirtual().name("hooks-courier").start(this::goForEver);
  }

  private void goForEver() {
    while (running) {
      try {
        if (go() == 0) bell.await(every);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException databaseAway) {
        LOG.debug("the courier waits for the database", databaseAway);
        pause();
      }
    }
  }

  /** @return how many were taken */
  private int go() {
    return serve(healthy, false) + serve(failing, true);
  }

  private int serve(Semaphore lanes, boolean away) {
    int free = lanes.drainPermits();
    if (free == 0) return 0;
    int taken = 0;
    try {
      Instant now = clock.instant();
      List<HookParcel> parcels = outbox.take(free, away, now);
      for (HookParcel parcel : parcels) {
        carriers.execute(() -> carry(parcel, lanes));
        taken++;
      }
      return taken;
    } finally {
      lanes.release(free - taken);
    }
  }

  private void carry(HookParcel parcel, Semaphore lanes) {
    try {
      carrying.carry(parcel);
    } catch (RuntimeException lost) {
      LOG.warn("how a webhook went could not be written down: it is sent again", lost);
    } finally {
      lanes.release();
      bell.ring();
    }
  }

  private void pause() {
    try {
      Thread.sleep(every);
    } catch (InterruptedException stopped) {
      running = false;
    }
  }

  /** What is under way is brought to its end, so that it need not go twice. */
  @Override
  public void stop() {
    running = false;
    bell.ring();
    carriers.shutdown();
    try {
      thread.join(Duration.ofSeconds(2));
      if (!carriers.awaitTermination(LAST_CALL.toMillis(), TimeUnit.MILLISECONDS)) carriers.shutdownNow();
    } catch (InterruptedException stopped) {
      carriers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
