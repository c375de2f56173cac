package dz.linatatawwa.nodes;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A node that is told to stop says first that it is not ready, then serves on until the proxy has seen that and sends nobody any more; only then do its doors close. */
@Component("nodeLeaving")
class Leaving implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

  private final ObjectProvider<Presence> presence;
  private final Duration servesOn;
  private volatile boolean running;

  /** @param servesOn longer than the proxy takes to notice: its pause between checks and the time that it gives one */
  Leaving(ObjectProvider<Presence> presence, @Value("${linatatawwa.nodes.serves-on:0s}") Duration servesOn) {
    this.presence = presence;
    this.servesOn = servesOn;
  }

  @Override
  public void start() {
    running = true;
  }

  /** Readiness went down before anything is stopped: Spring Boot refuses traffic as the first step of closing. The doors close in a later phase than this one. */
  @Override
  public void stop() {
    running = false;
    presence.ifAvailable(Presence::leave);
    if (servesOn.isZero()) return;
    LOG.info("this node leaves, and serves on for {} ms", servesOn.toMillis());
    try {
      Thread.sleep(servesOn);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
