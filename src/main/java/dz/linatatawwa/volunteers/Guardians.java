package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.Notices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guardians' consent to a minor's taking part: asked for by the minor, given by a code that only the guardian gets, withdrawn by the
 *  guardian's link or by the minor. */
@Service
public class Guardians {

  /** What became of asking a guardian. */
  public enum Asked { SENT, TOO_OFTEN, OWN_CONTACT }

  /** What became of typing the guardian's code. */
  public enum Given { CONSENTED, WRONG, OVER }

  private static final int TRIES = 5;
  private static final int ASKED_A_DAY = 3;
  private static final Duration CODE_LIFE = Duration.ofHours(48);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final GuardianTable table;
  private final VolunteerTable volunteers;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Guardians(GuardianTable table, VolunteerTable volunteers, Notices notices, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.volunteers = volunteers;
    this.notices = notices;
    this.events = events;
    this.clock = clock;
  }

  /** The newest consent of a minor, asked for or given or withdrawn. */
  public Optional<GuardianConsent> latest(AccountId minor) {
    return table.latest(minor);
  }

  /** The consent of a guardian's link. */
  public Optional<GuardianConsent> byToken(UUID token) {
    return table.byToken(token);
  }

  /** Sends the guardian a code and a link.
   *  @param links where links of ours begin: {@code https://…} */
  @Transactional
  public Asked ask(Volunteer minor, String guardian, Contact contact, Language language, String links) {
    if (volunteers.byContact(contact.text()).filter(owner -> owner.id().equals(minor.id())).isPresent()) return Asked.OWN_CONTACT;
    if (table.askedSince(minor.id(), contact.text(), clock.instant().minus(Duration.ofDays(1))) >= ASKED_A_DAY) return Asked.TOO_OFTEN;
    String code = String.format("%06d", RANDOM.nextInt(1_000_000));
    UUID token = UUID.randomUUID();
    table.ask(minor.id(), guardian, contact.text(), hash(token, code), token, clock.instant());
    notices.send(contact, language, "guardian-consent", "volunteers.guardian.message.title", "volunteers.guardian.message.body",
        minor.name(), code, links + "/guardian/consents/" + token);
    return Asked.SENT;
  }

  /** The minor types what the guardian got. */
  @Transactional
  public Given give(AccountId minor, String typed) {
    Optional<GuardianTable.Open> open = table.lockOpen(minor, clock.instant().minus(CODE_LIFE));
    if (open.isEmpty() || open.get().tries() >= TRIES) return Given.OVER;
    String code = Digits.latin(typed).replaceAll("\\D", "");
    if (!MessageDigest.isEqual(open.get().codeHash(), hash(open.get().token(), code))) {
      table.tried(open.get().id());
      return Given.WRONG;
    }
    table.give(open.get().id(), clock.instant());
    return Given.CONSENTED;
  }

  /** Ends every consent of this minor; rooms above give the seats back. */
  @Transactional
  public void withdraw(AccountId minor) {
    if (table.withdraw(minor, clock.instant())) events.publishEvent(new GuardianConsentWithdrawn(minor));
  }

  boolean consented(AccountId minor) {
    return table.consented(minor);
  }

  private static byte[] hash(UUID token, String code) {
    try {
      return MessageDigest.getInstance("SHA-256").digest((token + ":" + code).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
