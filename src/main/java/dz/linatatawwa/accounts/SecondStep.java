package dz.linatatawwa.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.language.Digits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second step in: six digits of an authenticator app (RFC 6238: SHA-1, thirty seconds, what such apps know), or one of ten recovery codes.
 *  A passkey is both steps at once. Digits work once, thirty seconds before and after their time. */
@Service
public class SecondStep {

  private static final Logger LOG = LoggerFactory.getLogger(SecondStep.class);
  private static final int CODES = 10;
  private static final int CODE_LETTERS = 10;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** What became of what was typed. */
  public sealed interface Tried {
    /** This session has taken the second step. */
    record Passed() implements Tried {}

    /** Not these digits, or they were used already. */
    record Wrong() implements Tried {}

    /** Too many tries. */
    record TooMany(Duration pause) implements Tried {}
  }

  /** What an app is given.
   *  @param text the secret in letters and digits, four by four, for who types it
   *  @param uri  what the square code says */
  public record Given(String text, String uri) {}

  private final AuthenticatorTable table;
  private final SessionTable sessions;
  private final Sessions remembered;
  private final Seal seal;
  private final Limits limits;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

  SecondStep(AuthenticatorTable table, SessionTable sessions, Sessions remembered, Seal seal, Limits limits, Clock clock, ApplicationEventPublisher events) {
    this.table = table;
    this.sessions = sessions;
    this.remembered = remembered;
    this.seal = seal;
    this.limits = limits;
    this.clock = clock;
    this.events = events;
  }

  /** Since when this person has an app; nothing for who has none. */
  public Optional<Instant> since(AccountId account) {
    return table.confirmedAt(account);
  }

  /** How many recovery codes are left. */
  public int codesLeft(AccountId account) {
    return table.codesLeft(account);
  }

  /** The secret that waits to be confirmed, made when there is none.
   *  @param contact shown in the app beside the platform's name
   *  @return nothing for who has an app already */
  @Transactional
  public Optional<Given> begin(AccountId account, String contact) {
    Optional<AuthenticatorTable.Kept> kept = table.of(account);
    if (kept.filter(AuthenticatorTable.Kept::confirmed).isPresent()) return Optional.empty();
    byte[] secret = kept.map(one -> seal.open(one.sealed(), account)).orElseGet(() -> Secrets.bytes(20));
    if (kept.isEmpty() && !table.begin(account, seal.close(secret, account), clock.instant())) return Optional.empty();
    String text = base32(secret);
    String uri = "otpauth://totp/" + encoded("Linatatawwa:" + contact) + "?secret=" + text + "&issuer=Linatatawwa";
    return Optional.of(new Given(text.replaceAll("(.{4})(?=.)", "$1 "), uri));
  }

  /** Confirms that the app shows the right digits; the session has then taken the second step.
   *  @return the recovery codes, shown once; nothing when the digits are wrong or tried too often */
  @Transactional
  public Optional<List<String>> confirm(Session session, String typed) {
    AccountId account = session.person().id();
    if (tooMany(account).isPresent() || !rightDigits(account, typed) || !table.confirm(account, clock.instant())) return Optional.empty();
    taken(session);
    events.publishEvent(new SecondStepChanged(account, session.person().language(), true));
    return Optional.of(codes(account));
  }

  /** Takes the second step in this session, with the app's digits or a recovery code. */
  @Transactional
  public Tried pass(Session session, String typed) {
    Tried tried = show(session.person().id(), typed);
    if (tried instanceof Tried.Passed) taken(session);
    return tried;
  }

  /** Looks at the app's digits or a recovery code, and uses them up; for who is not signed in yet. */
  @Transactional
  Tried show(AccountId account, String typed) {
    Optional<Duration> pause = tooMany(account);
    if (pause.isPresent()) return new Tried.TooMany(pause.get());
    boolean confirmed = table.of(account).filter(AuthenticatorTable.Kept::confirmed).isPresent();
    boolean right = confirmed && (rightDigits(account, typed) || rightCode(account, typed));
    if (!right) LOG.atInfo().addKeyValue("event", "second-wrong").log("second step refused");
    return right ? new Tried.Passed() : new Tried.Wrong();
  }

  /** Ten new recovery codes in the place of the old, for a session that has taken the second step.
   *  @return nothing for another session, or without an app */
  @Transactional
  public Optional<List<String>> renewCodes(Session session) {
    AccountId account = session.person().id();
    if (session.secondAt() == null || table.confirmedAt(account).isEmpty()) return Optional.empty();
    return Optional.of(codes(account));
  }

  /** Takes the app away, for a session that has taken the second step: who only reads a person's messages cannot.
   *  @return false for another session, or without an app */
  @Transactional
  public boolean remove(Session session) {
    if (session.secondAt() == null || !table.remove(session.person().id())) return false;
    remembered.endOthers(session.person().id(), session.id());
    events.publishEvent(new SecondStepChanged(session.person().id(), session.person().language(), false));
    return true;
  }

  /** Takes app, recovery codes and passkeys away and ends every session, because the person lost them and was seen.
   *  @return how many of the person's apps and passkeys that were */
  @Transactional
  int forget(AccountId account) {
    int forgotten = (table.remove(account) ? 1 : 0) + table.removePasskeys(account);
    remembered.endAll(account);
    return forgotten;
  }

  void taken(Session session) {
    sessions.second(session.id(), clock.instant());
    remembered.forget(session.person().id());
  }

  /** Five wrong tries in five minutes, twenty in a day: guessing six digits takes years. */
  private Optional<Duration> tooMany(AccountId account) {
    String whom = Long.toString(account.value());
    return limits.take(new Limit("second-step", whom, 5, Duration.ofMinutes(5)), new Limit("second-step-day", whom, 40, Duration.ofDays(1)));
  }

  private boolean rightDigits(AccountId account, String typed) {
    String digits = Digits.latin(typed).replaceAll("\\s", "");
    if (!digits.matches("[0-9]{6}")) return false;
    return table.of(account).map(kept -> stepOf(seal.open(kept.sealed(), account), digits)).filter(step -> step > 0 && table.use(account, step)).isPresent();
  }

  /** The step of thirty seconds, now or beside it, whose digits these are; 0: none. */
  private long stepOf(byte[] secret, String digits) {
    SecretKeySpec key = new SecretKeySpec(secret, generator.getAlgorithm());
    long found = 0;
    for (int beside = -1; beside <= 1; beside++) {
      Instant at = clock.instant().plus(generator.getTimeStep().multipliedBy(beside));
      if (Secrets.same(at(key, at).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.US_ASCII))) {
        found = at.getEpochSecond() / generator.getTimeStep().toSeconds();
      }
    }
    return found;
  }

  private String at(SecretKeySpec key, Instant at) {
    try {
      return generator.generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> codes(AccountId account) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < CODES; i++) codes.add(code());
    byte[] salt = Secrets.bytes(SlowHash.SALT);
    table.keepCodes(account, salt, codes.stream().map(code -> SlowHash.of(letters(code), salt)).toList());
    return List.copyOf(codes);
  }

  /** Ten letters of 32: fifty bits. */
  private static String code() {
    StringBuilder code = new StringBuilder();
    for (byte random : Secrets.bytes(CODE_LETTERS)) code.append(LETTERS.charAt(random & 31));
    return code.insert(5, '-').toString();
  }

  private boolean rightCode(AccountId account, String typed) {
    String letters = letters(typed);
    if (letters.length() != CODE_LETTERS) return false;
    byte[] hash = table.salt(account).map(salt -> SlowHash.of(letters, salt)).orElseGet(() -> Secrets.hash(account.value() + " " + letters));
    return table.useCode(account, hash, clock.instant());
  }

  private static String letters(String typed) {
    return typed.toUpperCase(Locale.ROOT).codePoints().limit(40).filter(c -> LETTERS.indexOf(c) >= 0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < bytes.length * 8; bit += 5) {
      int five = 0;
      for (int i = bit; i < bit + 5; i++) five = five << 1 | (i < bytes.length * 8 ? bytes[i / 8] >> (7 - i % 8) & 1 : 0);
      text.append(BASE32.charAt(five));
    }
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
