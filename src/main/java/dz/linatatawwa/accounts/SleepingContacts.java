package dz.linatatawwa.accounts;

import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Which contacts alone open nothing any more: those that nobody proved for months may have been given to somebody else. */
@Component
class SleepingContacts {

  private final AccountTable accounts;
  private final ContactTable table;
  private final Settings settings;
  private final Clock clock;

  SleepingContacts(AccountTable accounts, ContactTable table, Settings settings, Clock clock) {
    this.accounts = accounts;
    this.table = table;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether this contact of the account is asleep. */
  boolean sleeps(AccountId account, Contact contact) {
    return table.unprovedSince(account, contact, clock.instant().minus(Duration.ofDays(settings.get(DoorSettings.CONTACT_SLEEPS))));
  }

  /** Whether some account has this contact, and it is asleep there. */
  boolean sleeps(Contact contact) {
    return accounts.findBy(contact).filter(account -> sleeps(account, contact)).isPresent();
  }

  /** The person showed that it is theirs. */
  void wake(AccountId account, Contact contact) {
    table.prove(account, contact, clock.instant());
  }
}
