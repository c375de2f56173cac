package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Everything that can be reported, whichever room it belongs to. */
@Component
class Things {

  private final ObjectProvider<Reportable> kinds;
  private final ApplicationEventPublisher events;

  Things(ObjectProvider<Reportable> kinds, ApplicationEventPublisher events) {
    this.kinds = kinds;
    this.events = events;
  }

  Optional<Reported> find(Thing thing) {
    return kind(thing).flatMap(kind -> kind.find(thing.id()));
  }

  String nameKey(Thing thing) {
    return kind(thing).map(Reportable::nameKey).orElse("reports.thing");
  }

  boolean withhold(Thing thing, AccountId by, String code, String words) {
    boolean done = kind(thing).filter(kind -> kind.withhold(thing.id(), by, code, words)).isPresent();
    if (done) renew();
    return done;
  }

  boolean release(Thing thing, AccountId by, String words) {
    boolean done = kind(thing).filter(kind -> kind.release(thing.id(), by, words)).isPresent();
    if (done) renew();
    return done;
  }

  private Optional<Reportable> kind(Thing thing) {
    return kinds.stream().filter(kind -> kind.kind().equals(thing.kind())).findFirst();
  }

  /** Kept pages go once now and once when the change is on disk: one that was made in between shows what was before. */
  private void renew() {
    events.publishEvent(new PublicPagesChanged());
    if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        events.publishEvent(new PublicPagesChanged());
      }
    });
  }
}
