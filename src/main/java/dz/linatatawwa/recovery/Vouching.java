package dz.linatatawwa.recovery;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Limits;
import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.supervision.Audit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A coordinator's word that somebody who lost their contacts is who they say. The coordinator gets to know of the request only from the person, by its letters; every other contact of the
 *  account is told, and can stop it. */
@Service
public class Vouching {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration MONTH = Duration.ofDays(30);

  /** What became of looking for a request. */
  public sealed interface Found {
    /** This person says that the coordinator knows them. */
    record Person(Recovery recovery, String name) implements Found {}

    /** No such letters, or nobody who ever had a place with this organisation. */
    record Nobody() implements Found {}

    /** Too many tries, or too many people this month. */
    record TooMany(Duration pause) implements Found {}
  }

  private final RecoveryTable table;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Limits limits;
  private final Settings settings;
  private final Clock clock;

  Vouching(RecoveryTable table, Accounts accounts, Notices notices, Audit audit, Limits limits, Settings settings, Clock clock) {
    this.table = table;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
  }

  /** Who is behind the letters.
   *  @param organization that the coordinator runs, verified */
  @Transactional
  public Found find(AccountId coordinator, Organization organization, String typed) {
    Optional<Duration> pause = limits.take(new Limit("vouching", coordinator.toString(), 20, Duration.ofHours(1)));
    if (pause.isPresent()) return new Found.TooMany(pause.get());
    Instant now = clock.instant();
    if (table.vouchedSince(coordinator, now.minus(MONTH)) >= settings.get(RecoverySettings.MOST_VOUCHED)) return new Found.TooMany(MONTH);
    String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    Optional<Recovery> found = organization.verified() ? table.known(letters, organization.id(), now) : Optional.empty();
    return found.filter(recovery -> !recovery.account().equals(coordinator)).flatMap(recovery -> accounts.find(recovery.account())
        .<Found>map(person -> new Found.Person(recovery, person.name()))).orElseGet(Found.Nobody::new);
  }

  /** Keeps the word, tells everybody who can be told, and starts the days.
   *  @return false when it was stopped or vouched for in the meantime */
  @Transactional
  public boolean vouch(AccountId coordinator, Organization organization, Recovery recovery) {
    Instant now = clock.instant();
    Instant opens = now.plus(Duration.ofHours(settings.get(RecoverySettings.WAIT_HOURS)));
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    if (!table.vouch(recovery.id(), coordinator, organization.id(), now, opens, hash(token))) return false;
    audit.note(coordinator, "recovery.vouched", "account", recovery.account().toString(), null, Map.of("organization", organization.id().value()));
    accounts.find(recovery.account()).ifPresent(person -> tell(person, recovery.contact(), "/recovery/stop/" + token, opens));
    return true;
  }

  private void tell(Account person, Contact proved, String link, Instant opens) {
    InWords day = words -> words.longDate(opens);
    Stream.of(person.email(), person.phone()).filter(Objects::nonNull).map(Contact::of).filter(contact -> !contact.equals(proved))
        .forEach(contact -> notices.sendWithLink(contact, person.language(), "recovery", "recovery.told.title", "recovery.told.text", link, day));
    notices.leave(person.id(), "recovery", "recovery.told.title", "recovery.told.text", link, null, day);
  }

  /** Whether this link still stops something. */
  public boolean waits(String token) {
    return table.waits(hash(token));
  }

  /** Stops a request: the account stays as it is.
   *  @return false when it was stopped before, or is over */
  @Transactional
  public boolean stop(String token) {
    return table.stop(hash(token), clock.instant());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
