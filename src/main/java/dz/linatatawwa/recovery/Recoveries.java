package dz.linatatawwa.recovery;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.CameIn;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Duty;
import dz.linatatawwa.accounts.Limits;
import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.Reading;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Requests to come back. Three things are asked, of which a thief of a number has none: the card, the year of birth, and somebody of an organisation who knows the person; then days pass in
 *  which every contact of the account, and everybody who is signed in to it, can stop it. Who acts for others (in office, or as an owner) comes back in no such way. */
@Service
public class Recoveries {

  private static final Logger LOG = LoggerFactory.getLogger(Recoveries.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final Duration LOOKS_FOR_SOMEBODY = Duration.ofDays(14);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int MOST_ASKED = 3;

  /** What became of asking. */
  public sealed interface Asked {
    /** A coordinator is needed now. */
    record Waits() implements Asked {}

    /** Card and year do not belong together, or to nobody. */
    record NoMatch() implements Asked {}

    /** The account acts for others: only in person, from an administrator. */
    record ActsForOthers() implements Asked {}

    /** No proved contact any more. */
    record Over() implements Asked {}

    /** Too often. */
    record TooMany(Duration pause) implements Asked {}
  }

  /** What became of coming in. */
  public sealed interface Entered {
    /** Signed in. */
    record In() implements Entered {}

    /** Not yet, or stopped. */
    record Not() implements Entered {}

    /** Another account has the new contact by now. */
    record Taken() implements Entered {}
  }

  private final RecoveryTable table;
  private final PersonalCodes codes;
  private final Volunteers volunteers;
  private final Accounts accounts;
  private final ObjectProvider<Duty> duties;
  private final Doorway door;
  private final Limits limits;
  private final Clock clock;

  Recoveries(RecoveryTable table, PersonalCodes codes, Volunteers volunteers, Accounts accounts, ObjectProvider<Duty> duties, Doorway door, Limits limits, Clock clock) {
    this.table = table;
    this.codes = codes;
    this.volunteers = volunteers;
    this.accounts = accounts;
    this.duties = duties;
    this.door = door;
    this.limits = limits;
    this.clock = clock;
  }

  /** The open request of a contact. */
  public Optional<Recovery> of(Contact contact) {
    return table.of(contact, clock.instant());
  }

  /** Asks to come back with the contact that this browser proved. Another open request for the same account is stopped by it: where two quarrel, nobody gets in.
   *  @param card the text in the square of the card
   *  @param year of birth, as typed */
  @Transactional
  public Asked ask(String card, int year, HttpServletRequest request) {
    Optional<Contact> contact = door.proved(request);
    if (contact.isEmpty()) return new Asked.Over();
    Optional<Duration> pause = limits.take(new Limit("recovery-network", Origin.of(request).network(), 20, Duration.ofHours(1)),
        new Limit("recovery-contact", contact.get().text(), 10, Duration.ofDays(1)));
    if (pause.isPresent()) return new Asked.TooMany(pause.get());
    Optional<AccountId> account = owner(card, year);
    if (account.isEmpty()) return new Asked.NoMatch();
    if (actsForOthers(account.get())) return new Asked.ActsForOthers();
    if (table.askedSince(account.get(), clock.instant().minus(MONTH)) >= MOST_ASKED) return new Asked.TooMany(MONTH);
    return keep(account.get(), contact.get());
  }

  private Asked keep(AccountId account, Contact contact) {
    Instant now = clock.instant();
    table.stopAll(account, "again", now);
    try {
      table.ask(account, contact, reference(), now, now.plus(LOOKS_FOR_SOMEBODY));
    } catch (DuplicateKeyException inTheSameMoment) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Asked.TooMany(Duration.ofMinutes(1));
    }
    LOG.atInfo().addKeyValue("event", "recovery-asked").log("somebody asks to come back");
    return new Asked.Waits();
  }

  private Optional<AccountId> owner(String card, int year) {
    if (!(codes.read(card.strip(), clock.instant()) instanceof Reading.Genuine genuine) || genuine.source() != Reading.Source.CARD) return Optional.empty();
    return volunteers.find(genuine.account()).filter(volunteer -> volunteer.birthYear() == year).map(volunteer -> volunteer.id());
  }

  private boolean actsForOthers(AccountId account) {
    return accounts.find(account).filter(person -> person.administrator()).isPresent() || duties.stream().anyMatch(duty -> duty.since(account).isPresent());
  }

  /** The person takes the request back.
   *  @return false when this browser proved no contact with an open one */
  @Transactional
  public boolean withdraw(HttpServletRequest request) {
    Optional<Recovery> open = door.proved(request).flatMap(this::of);
    open.ifPresent(recovery -> table.stopAll(recovery.account(), "withdrawn", clock.instant()));
    return open.isPresent();
  }

  /** Opens the account when the days have passed: the contact is its own from now on, every other session ends, sensitive deeds wait. */
  @Transactional
  public Entered enter(HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> contact = door.proved(request);
    Optional<Recovery> open = contact.flatMap(this::of);
    // Done first: signing in stops what is still open.
    if (open.isEmpty() || accounts.find(open.get().account()).isEmpty() || !table.done(open.get().id(), clock.instant())) return new Entered.Not();
    boolean in = !actsForOthers(open.get().account()) && let(open.get(), request, response);
    if (!in) TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return in ? new Entered.In() : new Entered.Taken();
  }

  private boolean let(Recovery recovery, HttpServletRequest request, HttpServletResponse response) {
    try {
      return door.letInAgain(recovery.account(), recovery.contact(), request, response);
    } catch (DuplicateKeyException takenInTheSameMoment) {
      return false;
    }
  }

  /** Whoever comes in by a way of their own needs no other: somebody else asked. */
  @EventListener
  void stop(CameIn came) {
    if (table.stopAll(came.account(), "came-in", clock.instant()) > 0) LOG.atWarn().addKeyValue("event", "recovery-stopped").addKeyValue("by", "came-in").log("a request to come back was stopped");
  }

  private static String reference() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 8; i++) letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return letters.toString();
  }
}
