package dz.linatatawwa.stories;

import dz.linatatawwa.site.PublicPagesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has pages that are kept for some seconds forgotten, once what changed is committed: a page that is made in between would be kept as it was before. */
@Component
class PublicEye {

  private final ApplicationEventPublisher events;

  PublicEye(ApplicationEventPublisher events) {
    this.events = events;
  }

  void refresh() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      events.publishEvent(new PublicPagesChanged());
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        events.publishEvent(new PublicPagesChanged());
      }
    });
  }
}
