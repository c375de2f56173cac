package dz.linatatawwa.integrity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The checks by the clock, in small steps that each stand for themselves: whatever stops them, they go on where they were. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class CheckRounds {

  private static final Duration AT_A_TIME = Duration.ofSeconds(10);

  private final Steps steps;
  private final Clock clock;

  CheckRounds(Steps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  /** What happened lately first, then the walk; ten seconds at most, so that other work of the clock has its turn. */
  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT20S")
  void run() {
    Instant end = clock.instant().plus(AT_A_TIME);
    until(end, steps::news);
    until(end, steps::walk);
  }

  @Scheduled(cron = "0 40 2 * * *", zone = "Africa/Algiers")
  void again() {
    steps.walkAgain();
  }

  private void until(Instant end, Supplier<List<Long>> step) {
    while (clock.instant().isBefore(end)) {
      if (step.get().isEmpty()) return;
    }
  }
}
