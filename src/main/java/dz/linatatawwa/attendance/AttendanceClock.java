package dz.linatatawwa.attendance;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens to a day by itself as time passes. Each step changes only what still is so, so several nodes may run it. */
@Component
class AttendanceClock {

  private static final Logger LOG = LoggerFactory.getLogger(AttendanceClock.class);

  private final Endings endings;

  AttendanceClock(Endings endings) {
    this.endings = endings;
  }

  /** First those who forgot are told, then, when the grace is over, the end is proposed. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.endings:1m}", initialDelayString = "${linatatawwa.clock.endings:1m}")
  void endings() {
    quietly(endings::tell);
    quietly(endings::propose);
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("a step of the day's clock failed and is tried again", e);
    }
  }
}
