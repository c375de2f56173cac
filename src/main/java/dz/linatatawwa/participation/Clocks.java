package dz.linatatawwa.participation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What happens by itself as time passes. Every step looks again under its lock before it changes something, so several nodes may run it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Clocks {

  private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

  private final Lapses lapses;
  private final Reminders reminders;
  private final AnswerTimes answerTimes;

  Clocks(Lapses lapses, Reminders reminders, AnswerTimes answerTimes) {
    this.lapses = lapses;
    this.reminders = reminders;
    this.answerTimes = answerTimes;
  }

  /** Offers that nobody took go on to the next; seats that became free are offered. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.offers:30s}", initialDelayString = "${linatatawwa.clock.offers:30s}")
  void offers() {
    lapses.offers().forEach(id -> quietly(() -> lapses.lapse(id)));
    lapses.shiftsWithIdleSeats().forEach(shift -> quietly(() -> lapses.fill(shift)));
  }

  /** Nobody stays without an answer once the shift has begun; unanswered applications are reported up the line. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.answers:5m}", initialDelayString = "1m")
  void answers() {
    lapses.begun().forEach(id -> quietly(() -> lapses.lapse(id)));
    quietly(reminders::overdue);
    quietly(answerTimes::keep);
  }

  /** The evening before. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.reminders:10m}", initialDelayString = "2m")
  void evening() {
    quietly(reminders::evening);
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("a step of the clock failed and is tried again", e);
    }
  }
}
