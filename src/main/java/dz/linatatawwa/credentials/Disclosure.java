package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others than its holder see of a credential. */
@Component
class Disclosure {

  private final Accounts accounts;
  private final Minors minors;
  private final Clock clock;

  Disclosure(Accounts accounts, Minors minors, Clock clock) {
    this.accounts = accounts;
    this.minors = minors;
    this.clock = clock;
  }

  /** First name and initial, for whoever was given the credential itself; empty for minors and for who has left. */
  String minimum(CredentialView credential) {
    return adult(credential).map(account -> ShortName.of(account.name())).orElse("");
  }

  /** The name as its holder shows it in public; nothing where there is no public page. */
  Optional<String> inPublic(CredentialView credential) {
    if (!credential.sharing().open()) return Optional.empty();
    return adult(credential).map(account -> credential.sharing().name() == Sharing.Naming.FULL ? account.name() : ShortName.of(account.name()));
  }

  /** The public page of a credential; nothing where there is none. */
  Optional<Verification> shared(CredentialView credential, Words words) {
    return inPublic(credential).map(holder -> new Verification(standing(credential), credential.achievement().nameIn(words.language()), holder,
        facts(credential, credential.sharing().hours() ? credential.minutes() : null, words), "/credentials/" + credential.id()));
  }

  /** How a credential stands that is as we signed it. */
  Verification.Outcome standing(CredentialView credential) {
    if (credential.revoked()) return Verification.Outcome.REVOKED;
    return credential.expired(LocalDate.now(clock.withZone(Words.ZONE))) ? Verification.Outcome.EXPIRED : Verification.Outcome.VALID;
  }

  /** What it says, in the reader's language.
   *  @param minutes null where the time is not told */
  static List<Verification.Fact> facts(CredentialView credential, @Nullable Long minutes, Words words) {
    List<Verification.Fact> facts = new ArrayList<>();
    if (minutes != null) facts.add(new Verification.Fact(words.text("credentials.hours"), words.hours(minutes)));
    if (credential.from() instanceof LocalDate from && credential.to() instanceof LocalDate to) {
      facts.add(new Verification.Fact(words.text("credentials.period"), words.dates(from, to)));
    }
    facts.add(new Verification.Fact(words.text("credentials.issuedOn"), words.date(credential.issuedAt())));
    if (credential.until() instanceof LocalDate until) facts.add(new Verification.Fact(words.text("credentials.until"), words.date(until)));
    if (credential.revokedAt() != null) facts.add(new Verification.Fact(words.text("credentials.revokedOn"), words.date(credential.revokedAt())));
    return facts;
  }

  private Optional<Account> adult(CredentialView credential) {
    AccountId holder = credential.holder();
    if (holder == null || minors.among(List.of(holder)).contains(holder)) return Optional.empty();
    return accounts.find(holder);
  }
}
