package dz.linatatawwa.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** After a contact was put or a person was let in again by others, what cannot be undone waits for some days: ways in are not added or taken away, the account is not closed, data are not
 *  taken along, benefits not taken. So that who came in wrongly gains nothing before the owner has heard of it. */
@Component
public class Holds {

  private final ContactTable contacts;
  private final Clock clock;

  Holds(ContactTable contacts, Clock clock) {
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Until when sensitive deeds of this person wait; nothing where they do not. */
  public Optional<Instant> until(AccountId person) {
    return contacts.heldUntil(person).filter(clock.instant()::isBefore);
  }

  /** Lets a sensitive deed pass; who has to wait is led to the page that says why, and how to take back what was not their own doing. */
  public void pass(AccountId person) {
    until(person).ifPresent(until -> {
      throw new HeldBack(person);
    });
  }
}
