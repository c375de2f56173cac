package dz.linatatawwa.notices;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes through the accounts with what is announced, in a thread of its own, since it may take minutes; makes digests when they are due. */
@Component
class Crier implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Crier.class);
  private static final Duration LOOK = Duration.ofSeconds(2);
  /** Between a few hundred and the next: others use the database too. */
  private static final Duration BREATH = Duration.ofMillis(150);

  private final Announcements announcements;
  private final Digests digests;
  private Thread thread = new Thread();
  private volatile boolean running;

  Crier(Announcements announcements, Digests digests) {
    this.announcements = announcements;
    this.digests = digests;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.digests:1m}", initialDelayString = "1m")
  void digests() {
    try {
      while (digests.make() > 0) Thread.onSpinWait();
    } catch (RuntimeException failed) {
      LOG.warn("digests are made again later", failed);
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("crier").start(this::walk);
  }

  private void walk() {
    while (running) {
      try {
        Thread.sleep(step() ? BREATH : LOOK);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private boolean step() {
    try {
      return announcements.step();
    } catch (RuntimeException databaseAway) {
      LOG.debug("the crier waits for the database", databaseAway);
      return false;
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
