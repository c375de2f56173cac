package dz.linatatawwa.archive;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the platform is ready it goes on publishing what its stop interrupted; a command leaves it alone. */
@Component("archiveResuming")
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Resuming {

  private final Batches batches;

  Resuming(Batches batches) {
    this.batches = batches;
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    batches.resume();
  }
}
