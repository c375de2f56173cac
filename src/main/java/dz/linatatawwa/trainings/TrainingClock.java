package dz.linatatawwa.trainings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens to trainings by itself as time passes. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class TrainingClock {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingClock.class);

  private final TrainingLapses lapses;

  TrainingClock(TrainingLapses lapses) {
    this.lapses = lapses;
  }

  /** Offers that nobody took go on to the next. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.training-offers:30s}", initialDelayString = "${linatatawwa.clock.training-offers:30s}")
  void offers() {
    lapses.over().forEach(id -> quietly(() -> lapses.lapse(id)));
  }

  /** The evening before, and certificates that end soon. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.training-reminders:10m}", initialDelayString = "3m")
  void reminders() {
    quietly(lapses::evening);
    quietly(lapses::renewals);
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("a step of the clock of trainings failed and is tried again", e);
    }
  }
}
