package dz.linatatawwa.accounts;

import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.language.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes: six digits that prove that a contact is the person's own. A code works once, for ten minutes, five tries, and only with
 *  the ticket of the browser that asked. Whether the contact has an account plays no part here, so nothing tells it. */
@Service
public class Codes {

  static final int TRIES = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Codes.class);
  private static final Duration PROOF_LIFE = Duration.ofMinutes(45);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LOOKED_BACK = Duration.ofHours(1);
  private static final Duration TYPING = Duration.ofMinutes(3);
  private static final int ENOUGH_SENT = 20;
  private static final int LEAST_TYPED_PERCENT = 15;

  /** What became of asking for a code. */
  public sealed interface Requested {
    /** It is on its way. @param ticket for the cookie of the browser that asked */
    record Sent(String ticket) implements Requested {}

    /** Too many were asked for. */
    record TooMany(Duration pause) implements Requested {}
  }

  /** What became of typing a code. */
  public sealed interface Checked {
    /** The contact is proved; the proof can be spent once, within 45 minutes. */
    record Right(Contact contact) implements Checked {}

    /** Not this one. */
    record Wrong(int triesLeft) implements Checked {}

    /** The code is too old, used, tried too often, or belongs to another browser: another one is needed. */
    record Over() implements Checked {}

    /** Too many tries from this place. */
    record TooMany(Duration pause) implements Checked {}
  }

  private final CodeTable table;
  private final Secrets secrets;
  private final Limits limits;
  private final DoorRules rules;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Codes(CodeTable table, Secrets secrets, Limits limits, DoorRules rules, Clock clock, ApplicationEventPublisher events) {
    this.table = table;
    this.secrets = secrets;
    this.limits = limits;
    this.rules = rules;
    this.clock = clock;
    this.events = events;
  }

  /** Sends a code, unless too many were asked for.
   *  @param domain the site's own host
   *  @param known  whether this browser was signed in with the contact before: it has tries of its own, which nobody else can use up */
  @Transactional
  public Requested request(Contact contact, Origin from, Language language, String domain, boolean known) {
    return request(contact, from, language, domain, known, true);
  }

  /** @param carried whether it leaves; one that does not looks the same to who asked, and nobody can type it */
  @Transactional
  Requested request(Contact contact, Origin from, Language language, String domain, boolean known, boolean carried) {
    if (!known && contact instanceof Contact.Phone phone && nobodyTypes(range(phone))) return new Requested.TooMany(LOOKED_BACK);
    Optional<Duration> wait = limits.take(limitsOf(contact, from, known));
    if (wait.isPresent()) return new Requested.TooMany(wait.get());
    String ticket = Secrets.token();
    String code = Secrets.sixDigits();
    Instant now = clock.instant();
    table.keep(contact, Secrets.hash(ticket), hash(contact, ticket, code), Secrets.text(secrets.mark("from", from.network())).substring(0, 22),
        now, now.plus(rules.codeLife()));
    if (carried) events.publishEvent(new CodeIssued(contact, language, code, domain));
    return new Requested.Sent(ticket);
  }

  /** Compares what was typed (any digits, any spaces) with the code of this ticket. */
  public Checked check(String ticket, String typed, Origin from) {
    Optional<Duration> wait = limits.take(new Limit("code-tries-network", from.network(), 100, Duration.ofMinutes(5)));
    if (wait.isPresent()) return new Checked.TooMany(wait.get());
    String code = digits(typed);
    if (code.length() != 6) return table.waiting(Secrets.hash(ticket), clock.instant())
        .<Checked>map(tries -> new Checked.Wrong(TRIES - tries)).orElseGet(Checked.Over::new);
    return table.attempt(Secrets.hash(ticket), clock.instant(), TRIES).map(attempt -> compare(ticket, code, attempt)).orElseGet(Checked.Over::new);
  }

  private Checked compare(String ticket, String code, CodeTable.Attempt attempt) {
    if (!Secrets.same(attempt.codeHash(), hash(attempt.contact(), ticket, code))) {
      LOG.atInfo().addKeyValue("event", "code-wrong").addKeyValue("try", attempt.number()).log("one-time code refused");
      return attempt.number() >= TRIES ? new Checked.Over() : new Checked.Wrong(TRIES - attempt.number());
    }
    return table.use(attempt.id(), clock.instant()) ? new Checked.Right(attempt.contact()) : new Checked.Over();
  }

  /** The contact to which this ticket's code was sent, while it may still be typed. */
  public Optional<Contact> asked(String ticket) {
    return table.asked(Secrets.hash(ticket), clock.instant());
  }

  /** The contact that this ticket proved, until the proof is spent or 45 minutes have passed. */
  public Optional<Contact> proved(String ticket) {
    return table.proved(Secrets.hash(ticket), clock.instant().minus(PROOF_LIFE));
  }

  /** Uses up the proof; only the first of several gets the contact. */
  @Transactional
  public Optional<Contact> spend(String ticket) {
    return table.spend(Secrets.hash(ticket), clock.instant(), clock.instant().minus(PROOF_LIFE));
  }

  private byte[] hash(Contact contact, String ticket, String code) {
    return secrets.mark("code", contact.text(), ticket, code);
  }

  private Limit[] limitsOf(Contact contact, Origin from, boolean known) {
    String whom = (known ? "known " : "") + contact.text();
    List<Limit> all = new ArrayList<>(List.of(
        new Limit("code-contact-minute", whom, 1, Duration.ofMinutes(1)),
        new Limit("code-contact-day", whom, 5, DAY)));
    switch (contact) {
      case Contact.Email email -> {
        if (!known) all.add(new Limit("email-network-hour", from.network(), 60, Duration.ofHours(1)));
        all.add(new Limit("email-all-hour", Limits.EVERYBODY, rules.mailPerHour(), Duration.ofHours(1)));
      }
      case Contact.Phone phone -> {
        // Thousands of people stand behind one address of a mobile network: who was here before needs none of its share.
        if (!known) all.add(new Limit("sms-network-hour", from.network(), 15, Duration.ofHours(1)));
        all.add(new Limit("sms-range-hour", range(phone), 60, Duration.ofHours(1)));
        all.add(new Limit("sms-all-hour", Limits.EVERYBODY, rules.smsPerHour(), Duration.ofHours(1)));
        all.add(new Limit("sms-all-day", Limits.EVERYBODY, rules.smsPerDay(), DAY));
      }
    }
    return all.toArray(Limit[]::new);
  }

  /** A hundred thousand numbers that an operator gives out together. */
  private static String range(Contact.Phone phone) {
    return phone.text().substring(0, 8);
  }

  /** Messages to a range of numbers that nobody types are sent to earn money with (SMS pumping): the range rests. What left a few minutes ago may still be typed. */
  private boolean nobodyTypes(String range) {
    Instant now = clock.instant();
    CodeTable.Share share = table.share(range, now.minus(LOOKED_BACK), now.minus(TYPING));
    boolean idle = share.sent() >= ENOUGH_SENT && share.typed() * 100 < share.sent() * LEAST_TYPED_PERCENT;
    if (idle) LOG.atWarn().addKeyValue("event", "sms-unused").addKeyValue("sent", share.sent()).addKeyValue("typed", share.typed()).log("a range of numbers rests: its codes are not typed");
    return idle;
  }

  private static String digits(String typed) {
    StringBuilder digits = new StringBuilder();
    typed.codePoints().limit(40).filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }
}
