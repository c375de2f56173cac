package dz.linatatawwa.imports;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the platform is ready it goes on with imports that its stop interrupted; a command leaves them alone. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Resuming {

  private final Imports imports;

  Resuming(Imports imports) {
    this.imports = imports;
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    imports.resume();
  }
}
