package dz.linatatawwa.turnout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps operations at most a minute behind; several nodes may try at once. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class OperationClock {

  private static final Logger LOG = LoggerFactory.getLogger(OperationClock.class);

  private final OperationKeeper keeper;

  OperationClock(OperationKeeper keeper) {
    this.keeper = keeper;
  }

  @Scheduled(initialDelayString = "${linatatawwa.clock.operations-first:15s}", fixedDelayString = "${linatatawwa.clock.operations:20s}")
  void run() {
    try {
      keeper.catchUp();
    } catch (DataAccessException e) {
      LOG.warn("operations were not brought up to date: {}", e.getMessage());
    }
  }
}
