package dz.linatatawwa.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes round for as long as the platform runs: at once when something was told here, and every two seconds for what other nodes told. */
@Component
class Postman implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration STRANGERS = Duration.ofDays(30);
  private static final Duration CODES = Duration.ofMinutes(15);
  private static final int SECONDS = 2;

  private final LetterTable table;
  private final Sending sending;
  private final Clock clock;
  private final Rounds rounds;
  private final boolean demo;
  private final boolean idle;
  private Thread thread = new Thread();
  private Instant swept = Instant.EPOCH;
  private volatile boolean running;

  Postman(LetterTable table, Sending sending, Clock clock, List<Carrier> carriers, @Value("${linatatawwa.demo:false}") boolean demo) {
    this.table = table;
    this.sending = sending;
    this.clock = clock;
    this.rounds = new Rounds(table, carriers, clock, demo);
    this.demo = demo;
    this.idle = carriers.isEmpty();
    Set<String> there = carriers.stream().map(Carrier::channel).collect(Collectors.toSet());
    for (String channel : List.of("email", "sms")) {
      if (!there.contains(channel)) LOG.warn("no way to send {} is configured: such messages stay in the queue", channel);
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("postman").start(this::walk);
  }

  private void walk() {
    while (running) {
      try {
        boolean more = !idle && rounds.go() > 0;
        sweep();
        if (!more && sending.work().tryAcquire(SECONDS, TimeUnit.SECONDS)) sending.work().drainPermits();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException databaseAway) {
        LOG.debug("the postman waits for the database", databaseAway);
        pause();
      }
    }
  }

  private void sweep() {
    Instant now = clock.instant();
    if (swept.isAfter(now.minusSeconds(60))) return;
    swept = now;
    if (!demo) table.wipeCodes(now.minus(CODES));
    table.forgetStrangers(now.minus(STRANGERS));
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(SECONDS));
    } catch (InterruptedException stopped) {
      running = false;
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
