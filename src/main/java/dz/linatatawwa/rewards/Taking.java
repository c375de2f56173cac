package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How somebody who asks gets a benefit, a number in its lot, or the reason why not. What costs least is asked first, so that whoever comes after the last
 *  place is told at once; who may have it is judged again in the transaction that gives it, after everything that could change it. */
@Component
class Taking {

  private final BenefitTable benefits;
  private final GrantingTable grantings;
  private final LotTable entries;
  private final Grants grants;
  private final Eligibility eligibility;
  private final Volunteers volunteers;
  private final RewardNews news;

  Taking(BenefitTable benefits, GrantingTable grantings, LotTable entries, Grants grants, Eligibility eligibility, Volunteers volunteers, RewardNews news) {
    this.benefits = benefits;
    this.grantings = grantings;
    this.entries = entries;
    this.grants = grants;
    this.eligibility = eligibility;
    this.volunteers = volunteers;
    this.news = news;
  }

  @Transactional
  public Taken take(AccountId person, BenefitId id) {
    LocalDate today = grants.today();
    Benefit seen = benefits.find(id, today).filter(benefit -> !benefit.is(BenefitState.DRAFT) && !benefit.is(BenefitState.WITHHELD)).orElseThrow(() -> new NotFound("benefit " + id));
    Optional<Taken> before = had(person, seen);
    if (before.isPresent()) return before.get();
    Optional<Refusal> refusal = closed(seen, today).or(() -> barred(person));
    if (refusal.isPresent()) return new Taken.Refused(refusal.get());
    grantings.lockVolunteer(person);
    before = had(person, seen);
    if (before.isPresent()) return before.get();
    Judgement judgement = eligibility.judge(seen.rule(), person);
    if (!judgement.fits()) return new Taken.Refused(new Refusal(Refusal.Reason.RULE, judgement, null));
    if (seen.byLot()) return new Taken.Entered(entries.enter(id, person, news.now()));
    return grants.give(seen, person, "first-come", false).<Taken>map(granted -> {
      news.granted(grantings.find(granted).orElseThrow());
      return new Taken.Granted(granted);
    }).orElseGet(() -> new Taken.Refused(whyNoPlace(id, today)));
  }

  /** What they have already. */
  private Optional<Taken> had(AccountId person, Benefit benefit) {
    Optional<Taken> granted = grantings.standing(person, benefit.id()).map(granting -> new Taken.Already(granting.id()));
    if (granted.isPresent() || !benefit.byLot()) return granted;
    return entries.of(benefit.id(), person).map(entry -> new Taken.Entered(entry.number()));
  }

  private Refusal whyNoPlace(BenefitId id, LocalDate today) {
    return closed(benefits.find(id, today).orElseThrow(), today).orElseGet(() -> Refusal.of(Refusal.Reason.QUOTA));
  }

  /** Why nobody gets it now. */
  static Optional<Refusal> closed(Benefit benefit, LocalDate today) {
    if (benefit.is(BenefitState.STOPPED)) return Optional.of(Refusal.of(Refusal.Reason.STOPPED));
    if (benefit.is(BenefitState.CLOSED)) return Optional.of(Refusal.of(Refusal.Reason.CLOSED));
    if (today.isBefore(benefit.takeFrom())) return Optional.of(Refusal.of(Refusal.Reason.NOT_YET, benefit.takeFrom()));
    if (today.isAfter(benefit.takeUntil())) return Optional.of(Refusal.of(Refusal.Reason.OVER, benefit.takeUntil()));
    if (!benefit.covered()) return Optional.of(Refusal.of(Refusal.Reason.AGREEMENT));
    return !benefit.byLot() && benefit.left() < 1 ? Optional.of(Refusal.of(Refusal.Reason.QUOTA)) : Optional.empty();
  }

  /** Why this person gets none at all. */
  Optional<Refusal> barred(AccountId person) {
    Optional<Volunteer> volunteer = volunteers.find(person);
    if (volunteer.isEmpty()) return Optional.of(Refusal.of(Refusal.Reason.NOT_A_VOLUNTEER));
    return volunteers.mayTakePart(volunteer.get()) ? Optional.empty() : Optional.of(Refusal.of(Refusal.Reason.GUARDIAN));
  }
}
