package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has an account. */
@Service
public class Accounts {

  private final AccountTable table;
  private final Sessions sessions;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Accounts(AccountTable table, Sessions sessions, Clock clock, ApplicationEventPublisher events) {
    this.table = table;
    this.clock = clock;
    this.sessions = sessions;
    this.events = events;
  }

  /** Nothing for an account that was closed. */
  public Optional<Account> find(AccountId id) {
    return table.find(id);
  }

  /** The accounts of many ids in one query; closed and unknown ones are left out. */
  public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    return table.findAll(ids);
  }

  /** What to call each of these people, in one query; a closed account has the name "—". */
  public Map<AccountId, String> names(Collection<AccountId> ids) {
    return table.names(ids);
  }

  /** Those of these people who were here, signed in, since a moment. */
  public Set<AccountId> seenSince(Collection<AccountId> ids, Instant moment) {
    return table.seenSince(ids, moment);
  }

  public Optional<AccountId> findBy(Contact contact) {
    return table.findBy(contact);
  }

  /** Opens an account for a contact that was proved by a code, or gives the one that has it. */
  @Transactional
  public AccountId openOrFind(Contact contact, String name, Language language) {
    Optional<AccountId> opened = table.open(contact, name, language);
    opened.ifPresent(id -> events.publishEvent(new AccountOpened(id)));
    return opened.or(() -> table.findBy(contact))
        .orElseThrow(() -> new IllegalStateException("neither opened nor found an account"));
  }

  /** Opens an account for somebody without a contact, a child of a school's class or a scout group: the group's leader keeps it, and nobody can sign in
   *  until it is handed over.
   *  @param name one line, 1 to 120 characters, already cleaned */
  @Transactional
  public AccountId openEntrusted(String name, Language language) {
    AccountId id = table.openEntrusted(name, language);
    events.publishEvent(new AccountOpened(id));
    return id;
  }

  /** Whether somebody else keeps this account. */
  public boolean isEntrusted(AccountId id) {
    return table.isEntrusted(id);
  }

  /** Gives an entrusted account its person's own contact, by which they sign in from now on. That it is theirs shows when they sign in with a code.
   *  @return false when it was handed over before, or the contact has an account already */
  @Transactional
  public boolean handOver(AccountId id, Contact contact) {
    if (table.findBy(contact).isPresent() || !table.handOver(id, contact)) return false;
    sessions.forget(id);
    return true;
  }

  /** @param name one line, 1 to 120 characters, already cleaned */
  @Transactional
  public void rename(AccountId id, String name) {
    table.rename(id, name);
    sessions.forget(id);
  }

  /** The language in which the platform writes to this person from now on. */
  @Transactional
  public void speak(AccountId id, Language language) {
    table.speak(id, language);
    sessions.forget(id);
  }

  /** Makes somebody an administrator, or ends it. */
  @Transactional
  public void makeAdministrator(AccountId id, boolean administrator) {
    table.makeAdministrator(id, administrator);
    sessions.forget(id);
  }

  /** Whether this person administers the platform and nobody else does: without them nobody could be let in again. */
  public boolean isOnlyAdministrator(AccountId id) {
    return table.isOnlyAdministrator(id);
  }

  /** Keeps that the person agreed to a purpose as worded in this version. */
  @Transactional
  public void consent(AccountId id, String purpose, int version) {
    table.consent(id, purpose, version);
  }

  /** Whether an agreement to this purpose stands, in any version. */
  public boolean consents(AccountId id, String purpose) {
    return table.consents(id, purpose);
  }

  /** Every consent that the person ever gave here, the newest first. */
  public List<Consent> consentsOf(AccountId id) {
    return table.consentsOf(id);
  }

  /** Takes an agreement back, in every version.
   *  @return false when none stands */
  @Transactional
  public boolean withdraw(AccountId id, String purpose) {
    return table.withdraw(id, purpose, clock.instant());
  }

  /** The person leaves: contacts and name are erased, every session ends, and the rooms above hear of it. */
  @Transactional
  public void close(AccountId id) {
    sessions.endAll(id);
    table.find(id).ifPresent(person -> events.publishEvent(new AccountClosing(id, person.name(), person.email(), person.phone())));
    if (table.close(id)) events.publishEvent(new AccountClosed(id));
  }
}
