package dz.linatatawwa.accounts;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Forgets, each hour, codes, challenges and counters that are long over, and after ninety days what became of contacts; any number of nodes may do it at once. */
@Component
class Sweeping implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Duration CHANGES_KEPT = Duration.ofDays(90);

  private final CodeTable codes;
  private final ContactTable contacts;
  private final Limits limits;
  private final Clock clock;
  private volatile boolean running;
  private Thread thread = new Thread();

  Sweeping(CodeTable codes, ContactTable contacts, Limits limits, Clock clock) {
    this.codes = codes;
    this.contacts = contacts;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("accounts-sweeping").start(this::sweepForEver);
  }

  private void sweepForEver() {
    while (running) {
      try {
        Thread.sleep(EVERY);
        codes.sweep(clock.instant().minus(KEPT));
        contacts.sweep(clock.instant().minus(CHANGES_KEPT));
        limits.sweep();
      } catch (InterruptedException stopped) {
        return;
      } catch (DataAccessException later) {
        LOG.warn("sweeping waits for the database", later);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
