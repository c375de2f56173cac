package dz.linatatawwa.accounts;

import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody has typed the code of a contact that slept: it may be the owner after a long time, or whoever was given the number since. One thing more is asked: the account's other contact,
 *  the digits of its app, a recovery code (or a passkey, or what a coordinator says: elsewhere). Until then nothing of the account is shown, not even that there is another contact. */
@Component
public class Awakening {

  private static final Duration TICKET_LIFE = Duration.ofMinutes(15);

  /** What became of the second thing. */
  public sealed interface Shown {
    /** Signed in: the session's cookie is set, and the contact is awake. */
    record In() implements Shown {}

    /** Not this. */
    record Wrong() implements Shown {}

    /** There is no contact that waits any more: from the beginning. */
    record Over() implements Shown {}

    /** Too many tries. */
    record TooMany(Duration pause) implements Shown {}
  }

  private final Doorway door;
  private final Codes codes;
  private final AccountTable accounts;
  private final SleepingContacts sleeping;
  private final ContactChanges changes;
  private final SecondStep second;
  private final Limits limits;

  Awakening(Doorway door, Codes codes, AccountTable accounts, SleepingContacts sleeping, ContactChanges changes, SecondStep second, Limits limits) {
    this.door = door;
    this.codes = codes;
    this.accounts = accounts;
    this.sleeping = sleeping;
    this.changes = changes;
    this.second = second;
    this.limits = limits;
  }

  /** The contact that this browser proved and that alone opens nothing; for three quarters of an hour. */
  public Optional<Contact> waiting(HttpServletRequest request) {
    return door.proved(request).filter(sleeping::sleeps);
  }

  /** Sends a code to the account's other contact, if that is what was typed; else only seems to.
   *  @return nothing when it was sent or seems so, else how long to wait */
  public Optional<Duration> ask(Contact typed, Language language, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> contact = waiting(request);
    if (contact.isEmpty()) return Optional.empty();
    AccountId account = accounts.findBy(contact.get()).orElseThrow();
    Optional<Duration> pause = limits.take(new Limit("asleep-other", account.toString(), 10, Duration.ofDays(1)));
    if (pause.isPresent()) return pause;
    boolean real = !typed.equals(contact.get()) && accounts.findBy(typed).filter(account::equals).isPresent();
    return switch (codes.request(typed, Origin.of(request), language, request.getServerName(), false, real)) {
      case Codes.Requested.TooMany tooMany -> Optional.of(tooMany.pause());
      case Codes.Requested.Sent sent -> {
        Cookies.OTHER.set(request, response, sent.ticket(), TICKET_LIFE);
        yield Optional.empty();
      }
    };
  }

  /** The other contact that waits for its code in this browser. */
  public Optional<Contact> asked(HttpServletRequest request) {
    return other(request).flatMap(codes::asked);
  }

  /** Compares the code of the other contact. */
  @Transactional
  public Shown code(String typed, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> contact = waiting(request);
    Optional<String> ticket = other(request);
    if (contact.isEmpty() || ticket.isEmpty()) return new Shown.Over();
    return switch (codes.check(ticket.get(), typed, Origin.of(request))) {
      case Codes.Checked.Wrong wrong -> new Shown.Wrong();
      case Codes.Checked.Over over -> new Shown.Over();
      case Codes.Checked.TooMany tooMany -> new Shown.TooMany(tooMany.pause());
      case Codes.Checked.Right right -> both(contact.get(), right.contact(), request, response);
    };
  }

  private Shown both(Contact contact, Contact other, HttpServletRequest request, HttpServletResponse response) {
    AccountId account = accounts.findBy(contact).orElseThrow();
    if (contact.equals(other) || accounts.findBy(other).filter(account::equals).isEmpty() || other(request).flatMap(codes::spend).isEmpty()) return new Shown.Over();
    if (!door.letIn(account, contact, false, request, response)) return new Shown.Over();
    sleeping.wake(account, other);
    Cookies.OTHER.remove(request, response);
    return new Shown.In();
  }

  /** Looks at the digits of the app, or a recovery code. */
  @Transactional
  public Shown second(String typed, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> contact = waiting(request);
    if (contact.isEmpty()) return new Shown.Over();
    AccountId account = accounts.findBy(contact.get()).orElseThrow();
    return switch (second.show(account, typed)) {
      case SecondStep.Tried.Wrong wrong -> new Shown.Wrong();
      case SecondStep.Tried.TooMany tooMany -> new Shown.TooMany(tooMany.pause());
      case SecondStep.Tried.Passed passed -> door.letIn(account, contact.get(), true, request, response) ? new Shown.In() : new Shown.Over();
    };
  }

  /** The contact came to somebody new: the account that slept loses it, and joining can go on with it.
   *  @return false when no contact waits */
  @Transactional
  public boolean release(HttpServletRequest request) {
    Optional<Contact> contact = waiting(request);
    contact.ifPresent(gone -> accounts.findBy(gone).ifPresent(account -> changes.release(account, gone)));
    return contact.isPresent();
  }

  private static Optional<String> other(HttpServletRequest request) {
    return Cookies.OTHER.of(request).filter(Secrets::looksLikeToken);
  }
}
