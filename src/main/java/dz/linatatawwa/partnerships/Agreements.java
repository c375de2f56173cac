package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements from their draft to their end. A text is never changed but followed by the next, and whoever signed signed one text: a change makes
 *  everybody sign anew. Who may do what is asked at the pages' doors ({@link Oversight}, {@link PartnerDesks}). */
@Component
public class Agreements {

  /** The kind of matter that asks whether an agreement that ends soon is renewed. */
  public static final String RENEWAL = "agreement-renewal";

  private final AgreementTable table;
  private final AgreementDeeds deeds;
  private final VersionTable versions;
  private final SignatoryTable signatories;
  private final Wording wording;
  private final Partners partners;
  private final AgreementEndings endings;
  private final Matters matters;
  private final PartnershipSettings settings;
  private final Audit audit;
  private final Clock clock;

  Agreements(AgreementTable table, AgreementDeeds deeds, VersionTable versions, SignatoryTable signatories, Wording wording, Partners partners,
      AgreementEndings endings, Matters matters, PartnershipSettings settings, Audit audit, Clock clock) {
    this.table = table;
    this.deeds = deeds;
    this.versions = versions;
    this.signatories = signatories;
    this.wording = wording;
    this.partners = partners;
    this.endings = endings;
    this.matters = matters;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<Agreement> find(AgreementId id) {
    return table.find(id, partners.today());
  }

  /** The agreements to which a partner is a party, the newest first; at most 100. Those that were given up are left out. */
  public List<Agreement> of(PartnerId partner) {
    return table.of(partner, partners.today());
  }

  /** Agreements of a territory that end soon and that nobody has renewed, the nearest first; at most 100. */
  public List<Agreement> ending(Territory territory) {
    return table.ending(territory.nation(), territory.wilayas().stream().map(Object::toString).toList(), partners.today(), settings.firstReminder());
  }

  /** Every partner that is a party, the number that is kept first first. */
  public Set<PartnerId> parties(AgreementId id) {
    return table.parties(id);
  }

  /** The text that holds or is being signed. */
  public AgreementVersion text(Agreement agreement) {
    return versions.find(agreement.id(), agreement.version()).orElseThrow();
  }

  /** A text as it stood once. */
  public Optional<AgreementVersion> text(AgreementId id, int version) {
    return versions.find(id, version);
  }

  /** Those who sign. */
  public List<Signatory> signatories(AgreementId id) {
    return signatories.of(id);
  }

  /** Begins an agreement.
   *  @param others       further partners that are parties
   *  @param organization the other side; null: the platform itself */
  @Transactional
  public AgreementId draft(AccountId by, PartnerId partner, Collection<PartnerId> others, @Nullable OrganizationId organization, AgreementText text) {
    return draft(by, partner, others, organization, text, null);
  }

  private AgreementId draft(AccountId by, PartnerId partner, Collection<PartnerId> others, @Nullable OrganizationId organization, AgreementText text,
      @Nullable AgreementId renews) {
    Set<PartnerId> parties = new LinkedHashSet<>(others);
    parties.add(partner);
    AgreementId id = deeds.insert(partner, parties, organization, renews, by, clock.instant());
    versions.insert(id, 1, text, wording.hash(parties, side(organization), text), by, clock.instant());
    audit.note(by, "agreement.drafted", "agreement", id.toString(), null, Map.of("partner", partner.value()));
    return id;
  }

  /** Puts another text in the place of the one that stands: the next version, which nobody has signed.
   *  @return false when it is signed by everybody or was given up: then its text stays */
  @Transactional
  public boolean mend(AccountId by, AgreementId id, AgreementText text) {
    Agreement agreement = locked(id);
    if (!agreement.state().open()) return false;
    String hash = wording.hash(table.parties(id), side(agreement.organization()), text);
    if (hash.equals(text(agreement).hash())) return true;
    int next = agreement.version() + 1;
    versions.insert(id, next, text, hash, by, clock.instant());
    deeds.stand(id, "draft", next);
    audit.note(by, "agreement.mended", "agreement", id.toString(), null, Map.of("version", next));
    return true;
  }

  /** Gives up a text that is not signed by everybody.
   *  @return false when it is signed */
  @Transactional
  public boolean drop(AccountId by, AgreementId id) {
    Agreement agreement = locked(id);
    if (!agreement.state().open()) return false;
    deeds.stand(id, "dropped", agreement.version());
    audit.note(by, "agreement.dropped", "agreement", id.value(), null);
    return true;
  }

  /** Ends an agreement before its time. From that day nothing new is granted under it; what was granted stays.
   *  @param from   the first day on which it no longer holds: today or later, and not after its last day
   *  @param reason in the words of who ends it, 10 to 1000 characters; both sides read it
   *  @return false when it does not hold, or was terminated already */
  @Transactional
  public boolean terminate(AccountId by, AgreementId id, LocalDate from, String reason) {
    Agreement agreement = locked(id);
    if (from.isBefore(partners.today()) || from.isAfter(agreement.lastDay())) return false;
    if (!deeds.terminate(id, from, reason, by, clock.instant())) return false;
    audit.note(by, "agreement.terminated", "agreement", id.toString(), reason, Map.of("from", from.toString()));
    matters.withdraw(RENEWAL, id.value(), by);
    endings.terminated(table.find(id, partners.today()).orElseThrow(), from, reason);
    return true;
  }

  /** Makes the draft of the next period: the same text, parties and signatories, for as long again from the day after the last.
   *  @return the draft; the one that was made before, where there is one */
  @Transactional
  public AgreementId renew(AccountId by, AgreementId id) {
    Agreement agreement = locked(id);
    Optional<AgreementId> made = table.renewal(id);
    if (made.isPresent()) return made.get();
    if (agreement.state().open()) throw new NotFound("agreement " + id + " is not signed");
    AgreementId next = draft(by, agreement.partner(), table.parties(id), agreement.organization(), nextPeriod(text(agreement).text()), id);
    for (Signatory one : signatories.of(id)) signatories.add(next, one.partner(), one.name(), one.capacity(), one.contact());
    audit.note(by, "agreement.renewed", "agreement", id.toString(), null, Map.of("next", next.value()));
    matters.withdraw(RENEWAL, id.value(), by);
    return next;
  }

  private static AgreementText nextPeriod(AgreementText text) {
    LocalDate from = text.to().plusDays(1);
    Period whole = Period.between(text.from(), from);
    LocalDate to = whole.getDays() == 0 ? from.plus(whole).minusDays(1) : from.plusDays(ChronoUnit.DAYS.between(text.from(), text.to()));
    return new AgreementText(text.titleAr(), text.titleFr(), text.textAr(), text.textFr(), from, to, text.promises(), text.annexes());
  }

  private Agreement locked(AgreementId id) {
    return table.lock(id, partners.today()).orElseThrow(() -> new NotFound("agreement " + id));
  }

  private static String side(@Nullable OrganizationId organization) {
    return organization == null ? "platform" : "organization " + organization;
  }
}
