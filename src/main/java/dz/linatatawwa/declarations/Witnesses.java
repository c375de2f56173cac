package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.notices.Notices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who saw it: each is asked by a link of their own, of which only a hash is kept. */
@Component
class Witnesses {

  private static final int A_DAY = 5;

  private final DeclarationTable table;
  private final Accounts accounts;
  private final Notices notices;
  private final Clock clock;

  Witnesses(DeclarationTable table, Accounts accounts, Notices notices, Clock clock) {
    this.table = table;
    this.accounts = accounts;
    this.notices = notices;
    this.clock = clock;
  }

  /** Whether somebody names themselves. */
  boolean own(AccountId person, Work.@Nullable Witness witness) {
    if (witness == null) return false;
    Account account = accounts.find(person).orElseThrow();
    return witness.contact().equals(account.email()) || witness.contact().equals(account.phone());
  }

  /** Whether somebody has asked as many witnesses today as one may. */
  boolean tooMany(AccountId person) {
    return table.askedSince(person, clock.instant().minus(Duration.ofDays(1))) >= A_DAY;
  }

  void ask(Declaration declaration, String links) {
    Work.Witness witness = declaration.work().witness();
    if (witness == null) return;
    UUID token = UUID.randomUUID();
    table.asked(declaration.id(), hash(token), clock.instant());
    notices.send(Contact.of(witness.contact()), accounts.find(declaration.volunteer()).orElseThrow().language(), "declaration-witness",
        "declarations.message.title", "declarations.message.body", witness.name(), declaration.volunteerName(), declaration.work().title(),
        links + "/declarations/witness/" + token);
  }

  static byte[] hash(UUID token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
