package dz.linatatawwa.integrity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Draws once a day and reminds, by the clock. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Sampling {

  private final Samples samples;

  Sampling(Samples samples) {
    this.samples = samples;
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
  void run() {
    samples.draw();
    samples.remind();
  }
}
