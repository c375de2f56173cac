package dz.linatatawwa.partnerships;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every ten minutes which agreements end soon, and which have ended. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class EndingClock {

  private final AgreementEndings endings;

  EndingClock(AgreementEndings endings) {
    this.endings = endings;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
  void look() {
    endings.run();
  }
}
