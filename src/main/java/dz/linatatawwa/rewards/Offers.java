package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners do with their benefits: write, publish, change, close. Who may do it for which partner is the caller's to check. */
@Service
public class Offers {

  /** Counters of one benefit, at most. */
  public static final int COUNTERS = 20;

  private final BenefitTable table;
  private final QuotaTable places;
  private final Grants grants;
  private final Lots lots;
  private final Partners partners;
  private final Audit audit;
  private final Clock clock;

  Offers(BenefitTable table, QuotaTable places, Grants grants, Lots lots, Partners partners, Audit audit, Clock clock) {
    this.table = table;
    this.places = places;
    this.grants = grants;
    this.lots = lots;
    this.partners = partners;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everything of a partner, the newest first, twenty a page. */
  public Slice<Benefit> of(PartnerId partner, int page) {
    return table.of(partner, grants.today(), page);
  }

  /** One benefit of a partner, drafts included.
   *  @throws NotFound for another partner's */
  public Benefit own(PartnerId partner, BenefitId id) {
    return table.find(id, grants.today()).filter(benefit -> benefit.partner().equals(partner)).orElseThrow(() -> new NotFound("benefit " + id + " of " + partner));
  }

  /** Keeps what was written. What is published changes only so that nobody who has it is harmed: its days get no fewer, its places do not fall below
   *  those that are taken, and who took it keeps it under the rule that held then.
   *  @param before null: a new draft */
  @Transactional
  public Saved save(AccountId by, PartnerId partner, @Nullable BenefitId before, Terms terms) {
    if (before == null) {
      BenefitId id = table.insert(partner, terms, by, clock.instant());
      table.write(id, 1, terms.rule(), by, clock.instant());
      return new Saved.Done(id);
    }
    table.lock(before);
    Benefit old = own(partner, before);
    Optional<Saved.Unfit> fault = old.is(BenefitState.DRAFT) ? Optional.empty() : fault(old, terms);
    if (fault.isPresent()) return fault.get();
    boolean sameRule = old.rule().equals(terms.rule());
    int version = sameRule ? old.ruleVersion() : old.ruleVersion() + 1;
    if (!sameRule) table.write(before, version, terms.rule(), by, clock.instant());
    table.change(before, terms, version);
    if (!old.is(BenefitState.DRAFT)) audit.note(by, "benefit.changed", "benefit", before.value(), null);
    return new Saved.Done(before);
  }

  private Optional<Saved.Unfit> fault(Benefit old, Terms terms) {
    if (!old.is(BenefitState.OPEN)) return unfit("name", "rewards.problem.over", 0);
    if (old.way() != terms.way()) return unfit("way", "rewards.problem.way", 0);
    if (terms.quota() < old.granted()) return unfit("quota", "rewards.problem.quotaTaken", old.granted());
    if (terms.takeUntil().isBefore(old.takeUntil())) return unfit("takeUntil", "rewards.problem.shorter", 0);
    if (terms.useUntil().isBefore(old.useUntil())) return unfit("useUntil", "rewards.problem.shorter", 0);
    if (old.byLot() && old.entered() > 0 && !old.rule().equals(terms.rule())) return unfit("rule", "rewards.problem.lotRule", 0);
    if (old.byLot() && lots.view(old.id()).filter(Lots.View::drawn).isPresent() && !terms.takeUntil().equals(old.takeUntil())) {
      return unfit("takeUntil", "rewards.problem.drawn", 0);
    }
    AgreementId agreement = old.agreement();
    return agreement == null || terms.quota() <= old.quota() ? Optional.empty() : beyond(agreement, old.id(), terms.quota() - old.granted());
  }

  /** Publishes a draft under the agreement by which its partner promises benefits today. */
  @Transactional
  public Saved publish(AccountId by, PartnerId partner, BenefitId id) {
    table.lock(id);
    Benefit draft = own(partner, id);
    if (!draft.is(BenefitState.DRAFT)) return new Saved.Done(id);
    if (draft.takeUntil().isBefore(grants.today())) return new Saved.Unfit("takeUntil", "rewards.problem.past", 0);
    Optional<AgreementId> agreement = partners.covering(partner, Promise.BENEFITS);
    if (agreement.isEmpty()) return new Saved.Unfit("name", "rewards.problem.agreement", 0);
    Optional<Saved.Unfit> beyond = beyond(agreement.get(), id, draft.quota());
    if (beyond.isPresent()) return beyond.get();
    table.publish(id, agreement.get(), clock.instant());
    if (draft.byLot()) lots.prepare(id);
    audit.note(by, "benefit.published", "benefit", id.value(), null);
    return new Saved.Done(id);
  }

  private Optional<Saved.Unfit> beyond(AgreementId agreement, BenefitId id, int wanted) {
    places.lockAgreement(agreement);
    return places.left(agreement, id).filter(left -> wanted > left).flatMap(left -> unfit("quota", "rewards.problem.quotaLeft", Math.max(0, left)));
  }

  /** How many the partner's agreement still promises; nothing: without a bound, or no agreement holds. */
  public Optional<Long> left(PartnerId partner, @Nullable BenefitId aside) {
    return partners.covering(partner, Promise.BENEFITS).flatMap(agreement -> places.left(agreement, aside == null ? new BenefitId(Long.MAX_VALUE) : aside));
  }

  /** Gives no more of it; codes that are out stay good. A lot that somebody has entered is drawn first.
   *  @return false when it is not open, or its lot waits to be drawn */
  @Transactional
  public boolean close(AccountId by, PartnerId partner, BenefitId id) {
    Benefit benefit = own(partner, id);
    if (benefit.entered() > 0 && lots.view(id).filter(view -> !view.drawn()).isPresent()) return false;
    if (!table.end(id, by, null, clock.instant())) return false;
    audit.note(by, "benefit.closed", "benefit", id.value(), null);
    return true;
  }

  /** An administrator stops it: nobody gets it any more; codes that are out stay good.
   *  @param why read by its partner and by everybody who looks at it */
  @Transactional
  public boolean stop(AccountId administrator, BenefitId id, String why) {
    if (!table.end(id, administrator, why, clock.instant())) return false;
    audit.note(administrator, "benefit.stopped", "benefit", id.value(), why);
    return true;
  }

  /** Where it is redeemed. */
  public List<CounterPlace> counters(BenefitId id) {
    return table.counters(id);
  }

  /** One more place where it is redeemed.
   *  @return false when it has as many as it may */
  @Transactional
  public boolean addCounter(PartnerId partner, BenefitId id, CommuneCode commune, String address) {
    own(partner, id);
    table.lock(id);
    if (table.counters(id).size() >= COUNTERS) return false;
    table.addCounter(id, commune, address);
    return true;
  }

  /** It is no longer redeemed there. */
  @Transactional
  public void removeCounter(PartnerId partner, BenefitId id, long counter) {
    own(partner, id);
    table.removeCounter(id, counter);
  }

  private static Optional<Saved.Unfit> unfit(String field, String key, long limit) {
    return Optional.of(new Saved.Unfit(field, key, limit));
  }
}
