package dz.linatatawwa.contests;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches the 72 hours of a case: what nobody settled in time goes to the next level, and stays visible. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class ContestClock {

  private static final Logger LOG = LoggerFactory.getLogger(ContestClock.class);

  private final ContestMatters matters;
  private final Clock clock;

  ContestClock(ContestMatters matters, Clock clock) {
    this.matters = matters;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.contests:10m}", initialDelayString = "4m")
  void tick() {
    int passed = matters.passOn(clock.instant());
    if (passed > 0) LOG.info("{} contests whose clock ran out went to the next level", passed);
  }
}
