package dz.linatatawwa.notices;

import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.nodes.Nodes;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes round for as long as the platform runs, in a few lanes: at once when something was told here, and every two seconds for what other nodes told. */
@Component
class Postman implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration STRANGERS = Duration.ofDays(30);
  private static final Duration CODES = Duration.ofMinutes(15);
  private static final Duration LAST_LETTER = Duration.ofSeconds(20);
  private static final int SECONDS = 2;

  private final LetterTable table;
  private final HandingOver handing;
  private final Sending sending;
  private final Clock clock;
  private final Pace pace;
  private final boolean demo;
  private final boolean idle;
  private final List<Thread> lanes = new ArrayList<>();
  private volatile Instant swept = Instant.EPOCH;
  private volatile boolean running;

  Postman(LetterTable table, HandingOver handing, Sending sending, Settings settings, Nodes nodes, Clock clock, List<Carrier> carriers,
      @Value("${linatatawwa.demo:false}") boolean demo) {
    this.table = table;
    this.handing = handing;
    this.sending = sending;
    this.clock = clock;
    this.pace = new Pace(() -> share(settings.get(NoticeSettings.BULK_PACE), nodes.count()));
    this.demo = demo;
    this.idle = carriers.isEmpty();
    Set<String> there = carriers.stream().map(Carrier::channel).collect(Collectors.toSet());
    for (String channel : List.of("email", "sms")) {
      if (!there.contains(channel)) LOG.warn("no way to send {} is configured: such messages stay in the queue", channel);
    }
  }

  /** All nodes together keep the pace: each has its share of it, and none stands still. */
  static int share(int perSecond, int nodes) {
    return perSecond <= 0 ? 0 : Math.max(1, perSecond / nodes);
  }

  @Override
  public void start() {
    running = true;
    for (int lane = 0; lane < Sending.LANES; lane++) {
      boolean first = lane == 0;
      lanes.add(Thread.ofVirtual().name("postman-" + lane).start(() -> walk(first)));
    }
  }

  /** @param quick the lane that carries nothing that is told to very many, and sweeps */
  private void walk(boolean quick) {
    Rounds rounds = new Rounds(table, handing, clock, new Rounds.Manner(demo, !quick, pace, () -> running));
    while (running) {
      try {
        boolean more = !idle && rounds.go() > 0;
        if (quick) sweep();
        if (!more) sending.work().tryAcquire(SECONDS, TimeUnit.SECONDS);
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

  /** A letter that is just being handed over is brought to its end, so that it need not go twice. */
  @Override
  public void stop() {
    running = false;
    sending.work().release(Sending.LANES);
    Instant latest = Instant.now().plus(LAST_LETTER);
    for (Thread lane : lanes) {
      try {
        if (!lane.join(Duration.between(Instant.now(), latest))) lane.interrupt();
      } catch (InterruptedException stopped) {
        lane.interrupt();
        Thread.currentThread().interrupt();
      }
    }
    lanes.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
