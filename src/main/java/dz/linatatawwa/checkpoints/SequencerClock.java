package dz.linatatawwa.checkpoints;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a minute, what was written into the ledger gets its place. The first look after a start, and one each night, go through the whole ledger. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class SequencerClock {

  private static final Logger LOG = LoggerFactory.getLogger(SequencerClock.class);
  private static final long TOLD_EVERY = 25L * Sequencer.BATCH;

  private final Looks looks;
  private final AtomicBoolean wholeLookDue = new AtomicBoolean(true);

  SequencerClock(Looks looks) {
    this.looks = looks;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.checkpoints:1m}", initialDelayString = "${linatatawwa.clock.checkpoints:1m}")
  void tick() {
    if (!wholeLookDue.get()) {
      looks.recent(SequencerClock::tell);
    } else if (looks.whole(SequencerClock::tell).isPresent()) {
      wholeLookDue.set(false);
    }
  }

  @Scheduled(cron = "0 10 3 * * *", zone = "Africa/Algiers")
  void again() {
    wholeLookDue.set(true);
  }

  private static void tell(long placed) {
    if (placed > 0 && placed % TOLD_EVERY == 0) LOG.info("{} entries of the ledger have their place", placed);
  }
}
