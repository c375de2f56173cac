package dz.linatatawwa.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away the bytes of files that were deleted while the store was away, or whose node died between the deed and the bytes. Each is taken by one node. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Clearing {

  private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);
  private static final int AT_ONCE = 50;

  private final FileTable table;
  private final Shelf shelf;
  private final TransactionTemplate transaction;

  Clearing(FileTable table, Shelf shelf, TransactionTemplate transaction) {
    this.table = table;
    this.shelf = shelf;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.clearing:10m}", initialDelayString = "${linatatawwa.clock.clearing:10m}")
  void clear() {
    try {
      while (Boolean.TRUE.equals(transaction.execute(status -> some()))) Thread.onSpinWait();
    } catch (RuntimeException later) {
      LOG.warn("the bytes of deleted files are taken away later: {}", later.getMessage());
    }
  }

  private boolean some() {
    var ids = table.toClear(AT_ONCE);
    for (FileId id : ids) {
      shelf.remove(id);
      table.cleared(id);
    }
    return ids.size() == AT_ONCE;
  }
}
