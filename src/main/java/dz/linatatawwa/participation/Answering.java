package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The organisation's yes or no to an application. Runs inside the caller's transaction. */
@Component
class Answering {

  private final ApplicationTable table;
  private final Volunteers volunteers;
  private final Organizations organizations;
  private final YoungRules young;
  private final WaitingList waitingList;
  private final Requirements requirements;
  private final Leaving leaving;
  private final Tidings tidings;
  private final Clock clock;

  Answering(ApplicationTable table, Volunteers volunteers, Organizations organizations, YoungRules young, WaitingList waitingList,
      Requirements requirements, Leaving leaving, Tidings tidings, Clock clock) {
    this.table = table;
    this.volunteers = volunteers;
    this.organizations = organizations;
    this.young = young;
    this.waitingList = waitingList;
    this.requirements = requirements;
    this.leaving = leaving;
    this.tidings = tidings;
    this.clock = clock;
  }

  Answer accept(AccountId by, ApplicationId id) {
    ApplicationTable.Row row = locked(by, id);
    ShiftFacts facts = table.facts(new ShiftId(row.shiftId())).orElseThrow();
    if (!row.state().equals("pending")) return new Answer.Unchanged(row.state());
    Optional<Answer.Why> why = whyNot(row, facts);
    if (why.isPresent()) return new Answer.Refused(why.get());
    AccountId volunteer = new AccountId(row.volunteerId());
    if (waitingList.seat(facts, row.roleId(), row.seats())) {
      table.answer(row.id(), "accepted", by, null, null);
      tidings.placed(id, volunteer, facts);
      return new Answer.Accepted();
    }
    table.answer(row.id(), "waiting", by, null, null);
    int position = table.position(row.id(), row.shiftId());
    tidings.waits(id, volunteer, facts, position);
    return new Answer.Queued(position);
  }

  Answer decline(AccountId by, ApplicationId id, DeclineReason reason, String words) {
    ApplicationTable.Row row = locked(by, id);
    ShiftFacts facts = table.facts(new ShiftId(row.shiftId())).orElseThrow();
    if (!row.living()) return row.state().equals("declined") ? new Answer.Declined() : new Answer.Unchanged(row.state());
    if (!facts.startsAt().isAfter(clock.instant())) return new Answer.Refused(Answer.Why.TOO_LATE);
    table.answer(row.id(), "declined", by, reason.code(), words);
    leaving.end(row, facts, "declined");
    tidings.declined(id, new AccountId(row.volunteerId()), facts, reason, words);
    return new Answer.Declined();
  }

  /** What is in the way of a yes. */
  Optional<Answer.Why> whyNot(ApplicationTable.Row row, ShiftFacts facts) {
    if (!facts.startsAt().isAfter(clock.instant()) || !facts.shiftState().equals("open")) return Optional.of(Answer.Why.TOO_LATE);
    Optional<Volunteer> person = volunteers.find(new AccountId(row.volunteerId()));
    if (person.isEmpty()) return Optional.of(Answer.Why.GONE);
    Optional<YoungFault> fault = young.fault(row);
    if (fault.isPresent()) return Optional.of(fault.get().lacksConsent() ? Answer.Why.GUARDIAN_NEEDED : Answer.Why.YOUNG);
    if (requirements.lack(new OpportunityId(facts.opportunityId()), person.get().id()).isPresent()) return Optional.of(Answer.Why.REQUIREMENT);
    boolean clash = !row.despiteClash() && table.overlap(row.volunteerId(), facts).isPresent();
    return clash ? Optional.of(Answer.Why.CLASH) : Optional.empty();
  }

  private ApplicationTable.Row locked(AccountId by, ApplicationId id) {
    ApplicationTable.Row seen = table.find(id).orElseThrow(() -> new NotFound("application " + id));
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    if (!organizations.mayRun(by, new OrganizationId(facts.organizationId()))) throw new NotFound("application " + id + " for " + by);
    table.lockVolunteer(seen.volunteerId());
    waitingList.lock(facts);
    return table.lock(id);
  }
}
