package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may stand between a person and a seat, in the order in which it is said; the same whether they apply alone, with others, or stand in for somebody.
 *  Whether a seat is free is none of it. The person must be locked. */
@Component
class ApplyRules {

  private final ApplicationTable table;
  private final Volunteers volunteers;
  private final YoungRules young;
  private final Requirements requirements;
  private final Clock clock;

  ApplyRules(ApplicationTable table, Volunteers volunteers, YoungRules young, Requirements requirements, Clock clock) {
    this.table = table;
    this.volunteers = volunteers;
    this.young = young;
    this.requirements = requirements;
    this.clock = clock;
  }

  /** The first thing in the way: a {@code Refused}, {@code Unmet} or {@code Clash}. */
  Optional<Application> obstacle(AccountId person, ShiftFacts facts, Wish wish) {
    return obstacle(person, facts, wish, facts.shiftId());
  }

  /** The same for somebody who gives a seat in another shift away for this one. */
  Optional<Application> obstacle(AccountId person, ShiftFacts facts, Wish wish, long leaving) {
    Optional<Application.Reason> why = whyNot(person, facts, wish);
    if (why.isPresent()) return why.map(Application.Refused::new);
    Optional<Requirement.Lack> lack = lack(person, facts);
    if (lack.isPresent()) return lack.map(Application.Unmet::new);
    return wish.despiteClash() ? Optional.empty() : table.overlap(person.value(), facts, leaving).map(ApplyRules::clash);
  }

  Optional<Requirement.Lack> lack(AccountId person, ShiftFacts facts) {
    return requirements.lack(new OpportunityId(facts.opportunityId()), person);
  }

  static Application clash(ApplicationTable.Overlap with) {
    return new Application.Clash(with.shiftId(), with.title(), with.startsAt(), with.endsAt());
  }

  private Optional<Application.Reason> whyNot(AccountId person, ShiftFacts facts, Wish wish) {
    if (volunteers.find(person).isEmpty()) return Optional.of(Application.Reason.NOT_A_VOLUNTEER);
    if (!facts.open()) return Optional.of(Application.Reason.NOT_OPEN);
    if (!facts.shiftState().equals("open")) return Optional.of(Application.Reason.SHIFT_CLOSED);
    if (!facts.startsAt().isAfter(clock.instant())) return Optional.of(Application.Reason.TOO_LATE);
    Optional<YoungFault> fault = fault(person, facts.id(), wish);
    if (fault.isPresent()) return fault.map(Application.Reason::of);
    if (!roleFits(facts.id(), wish.role())) return Optional.of(Application.Reason.NO_SUCH_ROLE);
    return table.declinedBefore(person, facts.id()) ? Optional.of(Application.Reason.DECLINED_BEFORE) : Optional.empty();
  }

  private Optional<YoungFault> fault(AccountId person, ShiftId shift, Wish wish) {
    Optional<YoungFault> own = young.fault(shift, person, wish.broughtBy(), wish.companion());
    return own.isPresent() ? own : wish.named().stream().flatMap(one -> young.fault(shift, person, one).stream()).findFirst();
  }

  private boolean roleFits(ShiftId shift, @Nullable Long role) {
    return role == null || table.hasRole(shift, role);
  }
}
