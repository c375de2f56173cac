package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way in, for pages: contact → code → signed in, or (for somebody new) a proved contact with which the page that
 *  asks for the person's name opens the account. Between the steps the browser holds only a ticket in a cookie. */
@Component
public class Doorway {

  private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);
  private static final Duration TICKET_LIFE = Duration.ofMinutes(55);
  private static final Duration KNOWN_LIFE = Duration.ofDays(180);

  /** The purpose to which people agree by joining, and the version of its wording on the page. */
  private static final String JOINING = "joining";
  private static final int JOINING_VERSION = 1;

  private static final UUID NO_SESSION = new UUID(0, 0);

  /** What became of a typed code. */
  public sealed interface Passed {
    /** Signed in: the session's cookie is set. */
    record In(AccountId account) implements Passed {}

    /** The contact is proved and nobody has it: ask for a name, then {@link Doorway#join}. */
    record New(Contact contact) implements Passed {}

    /** The contact is proved, but nobody used it for so long that it may be somebody else's by now: {@link Awakening} asks for one thing more. */
    record Asleep(Contact contact) implements Passed {}

    /** Not this code. */
    record Wrong(int triesLeft) implements Passed {}

    /** Another code is needed. */
    record Over() implements Passed {}

    /** Too many tries from this place. */
    record TooMany(Duration pause) implements Passed {}
  }

  private final Codes codes;
  private final Accounts accounts;
  private final SessionsOfRequests sessions;
  private final Sessions living;
  private final SleepingContacts sleeping;
  private final ContactChanges changes;
  private final Secrets secrets;

  Doorway(Codes codes, Accounts accounts, SessionsOfRequests sessions, Sessions living, SleepingContacts sleeping, ContactChanges changes, Secrets secrets) {
    this.codes = codes;
    this.accounts = accounts;
    this.sessions = sessions;
    this.living = living;
    this.sleeping = sleeping;
    this.changes = changes;
    this.secrets = secrets;
  }

  /** Sends a code to the contact and gives the browser its ticket.
   *  @return nothing when it was sent, else how long to wait */
  public Optional<Duration> ask(Contact contact, Language language, HttpServletRequest request, HttpServletResponse response) {
    boolean known = Cookies.KNOWN.of(request).filter(mark -> mark.equals(knownMark(contact))).isPresent();
    return switch (codes.request(contact, Origin.of(request), language, request.getServerName(), known)) {
      case Codes.Requested.TooMany tooMany -> Optional.of(tooMany.pause());
      case Codes.Requested.Sent sent -> {
        Cookies.TICKET.set(request, response, sent.ticket(), TICKET_LIFE);
        yield Optional.empty();
      }
    };
  }

  /** The contact that waits for its code in this browser. */
  public Optional<Contact> asked(HttpServletRequest request) {
    return ticket(request).flatMap(codes::asked);
  }

  /** The contact that this browser proved and has not used yet. */
  public Optional<Contact> proved(HttpServletRequest request) {
    return ticket(request).flatMap(codes::proved);
  }

  /** Compares the code, and signs in where the contact has an account. */
  public Passed pass(String typed, HttpServletRequest request, HttpServletResponse response) {
    Optional<String> ticket = ticket(request);
    if (ticket.isEmpty()) return new Passed.Over();
    return switch (codes.check(ticket.get(), typed, Origin.of(request))) {
      case Codes.Checked.Wrong wrong -> new Passed.Wrong(wrong.triesLeft());
      case Codes.Checked.Over over -> new Passed.Over();
      case Codes.Checked.TooMany tooMany -> new Passed.TooMany(tooMany.pause());
      case Codes.Checked.Right right -> accounts.findBy(right.contact())
          .<Passed>map(account -> sleeping.sleeps(account, right.contact()) ? new Passed.Asleep(right.contact()) : enter(account, right.contact(), request, response))
          .orElseGet(() -> new Passed.New(right.contact()));
    };
  }

  /** Compares a code with which somebody who is signed in proves a contact; opens nothing, so neither {@code In} nor {@code Asleep} is ever answered. */
  public Passed prove(String typed, HttpServletRequest request) {
    Optional<String> ticket = ticket(request);
    if (ticket.isEmpty()) return new Passed.Over();
    return switch (codes.check(ticket.get(), typed, Origin.of(request))) {
      case Codes.Checked.Wrong wrong -> new Passed.Wrong(wrong.triesLeft());
      case Codes.Checked.Over over -> new Passed.Over();
      case Codes.Checked.TooMany tooMany -> new Passed.TooMany(tooMany.pause());
      case Codes.Checked.Right right -> new Passed.New(right.contact());
    };
  }

  /** Opens the account of the contact that this browser proved, and signs in.
   *  @param name one line, 1 to 120 characters, already cleaned
   *  @return nothing when there is no proof, or it was used or is older than 45 minutes, or the contact sleeps in another account */
  @Transactional
  public Optional<AccountId> join(String name, Language language, HttpServletRequest request, HttpServletResponse response) {
    if (proved(request).filter(sleeping::sleeps).isPresent()) return Optional.empty();
    return ticket(request).flatMap(codes::spend).map(contact -> {
      AccountId account = accounts.openOrFind(contact, name, language);
      accounts.consent(account, JOINING, JOINING_VERSION);
      sleeping.wake(account, contact);
      open(account, contact, request, response);
      return account;
    });
  }

  /** Uses up this browser's proof and gives its contact. */
  public Optional<Contact> spend(HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> contact = ticket(request).flatMap(codes::spend);
    Cookies.TICKET.remove(request, response);
    return contact;
  }

  /** Ends this browser's session. */
  public void leave(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
  }

  private Passed enter(AccountId account, Contact contact, HttpServletRequest request, HttpServletResponse response) {
    return letIn(account, contact, false, request, response) ? new Passed.In(account) : new Passed.Over();
  }

  /** Opens a session for the contact that this browser proved, which is awake from now on.
   *  @param second whether the second step was taken too
   *  @return false when the proof was used */
  boolean letIn(AccountId account, Contact contact, boolean second, HttpServletRequest request, HttpServletResponse response) {
    if (ticket(request).flatMap(codes::spend).filter(contact::equals).isEmpty()) return false;
    sleeping.wake(account, contact);
    String token = open(account, contact, request, response);
    if (second) living.secondTaken(token);
    return true;
  }

  /** Somebody who is signed in proved a contact of theirs anew. */
  public void wake(AccountId account, Contact contact) {
    sleeping.wake(account, contact);
  }

  /** A passkey says whose the contact is that this browser proved a moment ago: it is awake. */
  void wakeProved(AccountId account, HttpServletRequest request) {
    proved(request).filter(contact -> accounts.findBy(contact).filter(account::equals).isPresent() && ticket(request).flatMap(codes::spend).isPresent())
        .ifPresent(contact -> sleeping.wake(account, contact));
  }

  /** Lets somebody in again with a new contact that this browser proved, because others vouched for them: every session before ends.
   *  @return false when there is no proof of it, or another account has the contact and uses it */
  @Transactional
  public boolean letInAgain(AccountId account, Contact contact, HttpServletRequest request, HttpServletResponse response) {
    if (proved(request).filter(contact::equals).isEmpty() || !changes.put(account, NO_SESSION, contact)) return false;
    changes.hold(account);
    return letIn(account, contact, false, request, response);
  }

  /** Opens a session for somebody whom another way in showed: a room above answers for it that they are who they are.
   *  @param way    as the session keeps it: {@code institution}
   *  @param second whether that way asked for a second step */
  @Transactional
  public void letInBy(AccountId account, String way, boolean second, HttpServletRequest request, HttpServletResponse response) {
    String token = sessions.open(account, null, way, request, response);
    if (second) living.secondTaken(token);
    LOG.atInfo().addKeyValue("event", "signed-in").addKeyValue("way", way).log("signed in");
  }

  private String open(AccountId account, Contact contact, HttpServletRequest request, HttpServletResponse response) {
    String token = sessions.open(account, contact, "code", request, response);
    Cookies.TICKET.remove(request, response);
    Cookies.KNOWN.set(request, response, knownMark(contact), KNOWN_LIFE);
    LOG.atInfo().addKeyValue("event", "signed-in").addKeyValue("way", "code").log("signed in");
    return token;
  }

  private String knownMark(Contact contact) {
    return Secrets.text(secrets.mark("known", contact.text()));
  }

  private static Optional<String> ticket(HttpServletRequest request) {
    return Cookies.TICKET.of(request).filter(Secrets::looksLikeToken);
  }
}
