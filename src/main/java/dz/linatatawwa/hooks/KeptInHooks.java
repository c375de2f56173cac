package dz.linatatawwa.hooks;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people: who added an address. Messages name nobody. */
@Component
class KeptInHooks implements KeptOfPerson {

  private final OutboxTable outbox;

  KeptInHooks(OutboxTable outbox) {
    this.outbox = outbox;
  }

  @Override
  public List<Kept> kept() {
    return List.of(Kept.of("hooks.hook", Purpose.OFFICE).staff("made_by").names("address"));
  }

  /** Longer than a message is tried. */
  @Override
  public List<Retention> retentions() {
    return List.of(Retention.of("webhooks", 30, 7, 365, before -> outbox.forget(before, Retention.BATCH)));
  }
}
