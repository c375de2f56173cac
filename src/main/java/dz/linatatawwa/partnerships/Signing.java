package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signing: everybody who signs gets a link of their own, sees exactly one text, proves their contact by a code, and is written down with that text. */
@Component
public class Signing {

  /** How long a personal link opens. */
  static final Duration LINK_LIVES = Duration.ofDays(30);

  private static final int MOST = 12;

  /** Why something about signatories is not done. */
  public enum Refusal {
    NOT_A_DRAFT("partnerships.refusal.notDraft"),
    SIGNS_ALREADY("partnerships.refusal.signsAlready"),
    TOO_MANY("partnerships.refusal.tooManySignatories"),
    SIDE_WITHOUT_SIGNATORY("partnerships.refusal.sideWithout");

    private final String key;

    Refusal(String key) {
      this.key = key;
    }

    /** The reason as a message key. */
    public String key() {
      return key;
    }
  }

  private final AgreementTable table;
  private final AgreementDeeds deeds;
  private final VersionTable versions;
  private final SignatoryTable signatories;
  private final Partners partners;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Signing(AgreementTable table, AgreementDeeds deeds, VersionTable versions, SignatoryTable signatories, Partners partners, Accounts accounts,
      Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.deeds = deeds;
    this.versions = versions;
    this.signatories = signatories;
    this.partners = partners;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds somebody who signs a draft.
   *  @param partner for whom; null: for the other side
   *  @return why not, or nothing when it is done */
  @Transactional
  public Optional<Refusal> add(AccountId by, AgreementId id, @Nullable PartnerId partner, String name, String capacity, Contact contact) {
    if (locked(id).state() != AgreementState.DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
    if (signatories.of(id).size() >= MOST) return Optional.of(Refusal.TOO_MANY);
    if (partner != null && !table.parties(id).contains(partner)) throw new NotFound("partner " + partner + " is no party of " + id);
    if (!signatories.add(id, partner, name, capacity, contact)) return Optional.of(Refusal.SIGNS_ALREADY);
    audit.note(by, "agreement.signatory-added", "agreement", id.toString(), null, Map.of("name", name));
    return Optional.empty();
  }

  /** Takes somebody away who should sign a draft. */
  @Transactional
  public Optional<Refusal> remove(AccountId by, AgreementId id, long signatory) {
    if (locked(id).state() != AgreementState.DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
    if (!signatories.remove(id, signatory, clock.instant())) throw new NotFound("signatory " + signatory + " of " + id);
    audit.note(by, "agreement.signatory-removed", "agreement", id.value(), null);
    return Optional.empty();
  }

  /** Sends the draft to everybody who signs: each gets a link of their own. What was signed in an earlier text does not count for this one.
   *  @param links where links of ours begin: {@code https://…} */
  @Transactional
  public Optional<Refusal> send(AccountId by, AgreementId id, Language language, String links) {
    Agreement agreement = locked(id);
    if (agreement.state() != AgreementState.DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
    List<Signatory> all = signatories.of(id);
    Set<Optional<PartnerId>> sides = all.stream().map(one -> Optional.ofNullable(one.partner())).collect(Collectors.toSet());
    boolean everySide = sides.contains(Optional.<PartnerId>empty()) && table.parties(id).stream().allMatch(party -> sides.contains(Optional.of(party)));
    if (!everySide) return Optional.of(Refusal.SIDE_WITHOUT_SIGNATORY);
    deeds.stand(id, "signing", agreement.version());
    all.forEach(one -> link(one, agreement, language, links));
    audit.note(by, "agreement.sent", "agreement", id.toString(), null, Map.of("version", agreement.version()));
    return Optional.empty();
  }

  /** Sends one signatory a new link; the one before opens no more.
   *  @return false when there is nothing for them to sign */
  @Transactional
  public boolean sendAgain(AccountId by, AgreementId id, long signatory, Language language, String links) {
    Agreement agreement = locked(id);
    Optional<Signatory> found = signatories.of(id).stream().filter(one -> one.id() == signatory && one.signedAt() == null).findFirst();
    if (agreement.state() != AgreementState.SIGNING || found.isEmpty()) return false;
    link(found.get(), agreement, language, links);
    audit.note(by, "agreement.link-sent", "agreement", id.value(), null);
    return true;
  }

  /** Who opens this link, while it opens. */
  public Optional<Signatory> byLink(UUID token) {
    return signatories.byToken(token, clock.instant());
  }

  /** Signs one text, as it was shown.
   *  @param hash   of the text that the page showed
   *  @param proved the contact that a code has just proved */
  @Transactional
  public Signed sign(UUID token, int version, String hash, Contact proved) {
    Signatory signatory = byLink(token).orElseThrow(() -> new NotFound("signing link"));
    if (!signatory.contact().equals(proved)) return new Signed.NotTheirs();
    Agreement agreement = locked(signatory.agreement());
    boolean same = agreement.version() == version && versions.find(agreement.id(), version).filter(text -> text.hash().equals(hash)).isPresent();
    if (!same || !agreement.state().equals(AgreementState.SIGNING)) return new Signed.Changed();
    boolean first = signatories.sign(signatory, version, hash, proved, clock.instant());
    if (first) audit.note(accounts.findBy(proved).orElse(null), "agreement.signed", "agreement", agreement.id().toString(), null,
        Map.of("version", version, "hash", hash, "name", signatory.name()));
    boolean whole = deeds.complete(agreement.id(), clock.instant());
    if (whole) tell(agreement);
    return new Signed.Done(whole);
  }

  private void link(Signatory signatory, Agreement agreement, Language language, String links) {
    UUID token = UUID.randomUUID();
    signatories.link(signatory.id(), token, clock.instant().plus(LINK_LIVES));
    notices.send(signatory.contact(), language, "agreement-signing", "partnerships.message.signing.title", "partnerships.message.signing.body",
        signatory.name(), AgreementEndings.title(agreement), links + "/agreements/signing/" + token);
  }

  private void tell(Agreement agreement) {
    List<AccountId> people = table.parties(agreement.id()).stream().flatMap(party -> partners.managers(party).stream()).distinct().toList();
    notices.tellAll(people, "agreement-signed", "partnerships.notice.signed.title", "partnerships.notice.signed.body", "/agreements/" + agreement.id(),
        "agreement-signed:" + agreement.id(), AgreementEndings.title(agreement));
  }

  private Agreement locked(AgreementId id) {
    return table.lock(id, partners.today()).orElseThrow(() -> new NotFound("agreement " + id));
  }
}
