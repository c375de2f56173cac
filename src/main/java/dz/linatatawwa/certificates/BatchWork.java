package dz.linatatawwa.certificates;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on batches in the background, one thread for each: also on those that a stop of the platform interrupted, wherever they were begun. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class BatchWork {

  private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);

  private final BatchTable table;
  private final CertificateBatches batches;
  private final Set<Long> here = ConcurrentHashMap.newKeySet();

  BatchWork(BatchTable table, CertificateBatches batches) {
    this.table = table;
    this.batches = batches;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.certificates:3s}", initialDelayString = "${linatatawwa.clock.certificates:3s}")
  void goOn() {
    for (long id : table.running()) {
      if (here.add(id)) Thread.ofVirtual().name("certificates " + id).start(() -> work(id));
    }
  }

  private void work(long id) {
    try {
      boolean more = true;
      while (more) more = batches.step(id);
    } catch (RuntimeException e) {
      LOG.warn("batch {} of certificates stopped and is tried again", id, e);
    } finally {
      here.remove(id);
    }
  }
}
