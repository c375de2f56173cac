package dz.linatatawwa.hours;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches the 72 hours: what nobody confirmed in time goes to the supervisors. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class HourClock {

  private static final Logger LOG = LoggerFactory.getLogger(HourClock.class);

  private final LedgerMatters matters;

  HourClock(LedgerMatters matters) {
    this.matters = matters;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.hours:10m}", initialDelayString = "3m")
  void tick() {
    int opened = matters.bringOverdue();
    if (opened > 0) LOG.info("{} shifts with overdue hours went to the supervisors", opened);
  }
}
