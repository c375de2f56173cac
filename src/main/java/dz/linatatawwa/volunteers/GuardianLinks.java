package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.notices.Notices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Guardians' personal links: 122 random bits in the address, of which only a hash is kept. A link alone shows nothing: the page behind it opens with a code
 *  that is sent to the guardian's own contact. */
@Component
class GuardianLinks {

  /** How long a link opens that nobody has answered. */
  private static final Duration ASKED = Duration.ofDays(30);
  /** How long it opens after the guardian's last word. */
  private static final Duration ANSWERED = Duration.ofDays(400);
  private static final Duration WITHIN = Duration.ofDays(1);
  private static final int ASKED_A_DAY = 3;
  /** So many minors one contact answers for, at most: a family, not a class. */
  private static final int CHILDREN = 8;

  private final GuardianTable table;
  private final Notices notices;
  private final Clock clock;

  GuardianLinks(GuardianTable table, Notices notices, Clock clock) {
    this.table = table;
    this.notices = notices;
    this.clock = clock;
  }

  /** Whether one more link may go from this minor, and to this contact. */
  boolean mayAsk(AccountId minor, Contact contact) {
    Instant since = clock.instant().minus(WITHIN);
    return table.askedSince(minor, contact.text(), since) < ASKED_A_DAY
        && table.byContact(contact.text()).stream().filter(one -> !one.minor().equals(minor)).count() < CHILDREN;
  }

  /** Writes to the guardian; without a contact nothing is sent. */
  void send(Guardian guardian, String minor, String base) {
    Contact contact = guardian.contact();
    if (contact == null) return;
    table.asked(guardian.minor(), contact.text(), clock.instant());
    notices.send(contact, guardian.language(), "guardian-consent", "volunteers.guardian.message.title", "volunteers.guardian.message.body",
        guardian.name(), minor, base + "/guardian/consents/" + linked(guardian, ASKED));
  }

  /** For a guardian who has just proved their contact. */
  UUID renewed(Guardian guardian) {
    return linked(guardian, ANSWERED);
  }

  void stretch(Guardian guardian) {
    table.stretch(guardian.id(), clock.instant().plus(ANSWERED));
  }

  private UUID linked(Guardian guardian, Duration life) {
    UUID token = UUID.randomUUID();
    table.link(guardian.id(), hash(token), clock.instant().plus(life));
    return token;
  }

  static byte[] hash(UUID token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
