package dz.linatatawwa.programmes;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every quarter of an hour which corrections wait too long. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class CorrectionClock {

  private final Corrections corrections;

  CorrectionClock(Corrections corrections) {
    this.corrections = corrections;
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT15M")
  void look() {
    corrections.remind();
  }
}
