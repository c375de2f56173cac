package dz.linatatawwa.stories;

import dz.linatatawwa.site.FindableChanged;
import dz.linatatawwa.site.PublicPagesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has what everybody sees follow what changed: pages that are kept for some seconds are forgotten once it is committed (a page that is made in between would be kept as it was before),
 *  and the search over all, feeds and the map of the site hear of the story within the transaction. */
@Component
class PublicEye {

  private final ApplicationEventPublisher events;

  PublicEye(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** A story is shown, is shown otherwise, or is shown no longer. */
  void refresh(StoryId story) {
    events.publishEvent(new FindableChanged(FindableStories.KIND, story.value()));
    refresh();
  }

  /** Pictures come or go. */
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
