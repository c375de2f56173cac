package dz.linatatawwa.accounts;

import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that are put, released and taken back. What the account had before is told of a new contact; every other session ends; sensitive deeds wait; and whoever was told can take it
 *  back. What is put back does not open the account by itself, so that neither side of a quarrel gets in by it. */
@Service
public class ContactChanges {

  private static final Logger LOG = LoggerFactory.getLogger(ContactChanges.class);

  private final AccountTable accounts;
  private final ContactTable table;
  private final SleepingContacts sleeping;
  private final Sessions sessions;
  private final Settings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ContactChanges(AccountTable accounts, ContactTable table, SleepingContacts sleeping, Sessions sessions, Settings settings, Clock clock, ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.table = table;
    this.sleeping = sleeping;
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
  }

  /** Puts a proved contact in the place of the account's e-mail or phone. An account that has not used it for long loses it.
   *  @param stays the session that goes on
   *  @return false when another account has it and uses it */
  @Transactional
  public boolean put(AccountId id, UUID stays, Contact contact) {
    Account before = accounts.find(id).orElseThrow(() -> new IllegalStateException("no account " + id));
    accounts.findBy(contact).filter(other -> !other.equals(id) && sleeping.sleeps(other, contact)).ifPresent(other -> release(other, contact));
    if (!accounts.change(id, contact)) return false;
    table.prove(id, contact, clock.instant());
    String old = contact instanceof Contact.Email ? before.email() : before.phone();
    if (!contact.text().equals(old)) tell(before, old, contact);
    sessions.endOthers(id, stays);
    return true;
  }

  private void tell(Account before, @org.jspecify.annotations.Nullable String old, Contact contact) {
    Instant now = clock.instant();
    Instant until = now.plus(held());
    String token = Secrets.token();
    table.keep(before.id(), ContactTable.kind(contact), old, contact.text(), now, Secrets.hash(token), until);
    table.hold(before.id(), until);
    LOG.atInfo().addKeyValue("event", "contact-put").addKeyValue("kind", ContactTable.kind(contact)).log("contact put");
    events.publishEvent(new ContactChanged(before.id(), before.language(), contacts(before), contact, "/contact/undo/" + token));
  }

  /** Takes a contact that came to somebody else away from the account that slept; its other ways in are left, and its other contact is told. */
  @Transactional
  public void release(AccountId id, Contact contact) {
    Account before = accounts.find(id).orElseThrow(() -> new IllegalStateException("no account " + id));
    if (!table.release(id, contact, clock.instant())) return;
    table.keep(id, ContactTable.kind(contact), contact.text(), null, clock.instant(), null, null);
    LOG.atInfo().addKeyValue("event", "contact-released").addKeyValue("kind", ContactTable.kind(contact)).log("contact released");
    events.publishEvent(new ContactReleased(id, before.language(), contact, contacts(before).stream().filter(other -> !other.equals(contact)).findFirst().orElse(null)));
  }

  /** Of which kind the change is that this token takes back: {@code email} or {@code phone}; nothing when it is too late, or was done. */
  public Optional<String> waiting(String token) {
    return Secrets.looksLikeToken(token) ? table.waiting(Secrets.hash(token), clock.instant()) : Optional.empty();
  }

  /** Takes a change back: what was there before stands there again, asleep; every session ends, and sensitive deeds wait anew.
   *  @return false when it is too late, or was done */
  @Transactional
  public boolean undo(String token) {
    if (!Secrets.looksLikeToken(token)) return false;
    Optional<ContactTable.Undone> undone = table.undo(Secrets.hash(token), clock.instant());
    undone.ifPresent(change -> {
      table.restore(change, clock.instant());
      table.hold(change.account(), clock.instant().plus(held()));
      sessions.endAll(change.account());
      LOG.atWarn().addKeyValue("event", "contact-undone").addKeyValue("kind", change.kind()).log("a new contact was taken back");
    });
    return undone.isPresent();
  }

  /** Sensitive deeds of this person wait from now on. */
  void hold(AccountId id) {
    table.hold(id, clock.instant().plus(held()));
  }

  private Duration held() {
    return Duration.ofHours(settings.get(DoorSettings.HOLD_HOURS));
  }

  private static List<Contact> contacts(Account account) {
    return Stream.of(account.email(), account.phone()).filter(Objects::nonNull).map(Contact::of).toList();
  }
}
