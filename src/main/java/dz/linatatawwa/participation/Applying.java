package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a wish becomes a seat, a place in the waiting list, or a question to the organisation. Runs inside the caller's transaction. */
@Component
class Applying {

  /** How long a withdrawal can be undone to the very same seat. */
  static final Duration UNDO = Duration.ofMinutes(10);

  private final ApplicationTable table;
  private final Volunteers volunteers;
  private final YoungRules young;
  private final WaitingList waitingList;
  private final Requirements requirements;
  private final Tidings tidings;
  private final Clock clock;
  private final Settings settings;

  Applying(ApplicationTable table, Volunteers volunteers, YoungRules young, WaitingList waitingList, Requirements requirements, Tidings tidings,
      Clock clock, Settings settings) {
    this.table = table;
    this.volunteers = volunteers;
    this.young = young;
    this.waitingList = waitingList;
    this.requirements = requirements;
    this.tidings = tidings;
    this.clock = clock;
    this.settings = settings;
  }

  Application apply(AccountId volunteer, ShiftId shift, Wish wish) {
    Optional<Volunteer> person = volunteers.find(volunteer);
    if (person.isEmpty()) return refused(Application.Reason.NOT_A_VOLUNTEER);
    table.lockVolunteer(volunteer.value());
    Optional<ApplicationTable.Row> living = table.living(volunteer, shift);
    if (living.isPresent()) return answer(living.get());
    ShiftFacts facts = table.facts(shift).orElseThrow(() -> new NotFound("shift " + shift));
    Optional<Application.Reason> why = whyNot(person.get(), facts, wish);
    if (why.isPresent()) return refused(why.get());
    Optional<Requirement.Lack> lack = lack(volunteer, facts);
    if (lack.isPresent()) return new Application.Unmet(lack.get());
    Optional<ApplicationTable.Overlap> overlap = wish.despiteClash() ? Optional.empty() : table.overlap(volunteer.value(), facts);
    if (overlap.isPresent()) return clash(overlap.get());
    return facts.byHand() ? ask(volunteer, facts, wish) : takeOrWait(volunteer, facts, wish);
  }

  Application confirmOffer(AccountId volunteer, ApplicationId id, boolean despiteClash) {
    ApplicationTable.Row seen = own(volunteer, id);
    table.lockVolunteer(volunteer.value());
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(id);
    if (!row.state().equals("offered")) return row.living() ? answer(row) : refused(Application.Reason.OFFER_LAPSED);
    if (row.offerEnds() == null || !row.offerEnds().isAfter(clock.instant())) return refused(Application.Reason.OFFER_LAPSED);
    Optional<YoungFault> fault = young.fault(row);
    if (fault.isPresent()) return refused(Application.Reason.of(fault.get()));
    Optional<Requirement.Lack> lack = lack(volunteer, facts);
    if (lack.isPresent()) return new Application.Unmet(lack.get());
    Optional<ApplicationTable.Overlap> overlap =
        despiteClash || row.despiteClash() ? Optional.empty() : table.overlap(volunteer.value(), facts);
    if (overlap.isPresent()) return clash(overlap.get());
    table.move(row.id(), "accepted");
    tidings.placed(id, volunteer, facts);
    return new Application.Placed(id);
  }

  Application comeBack(AccountId volunteer, ApplicationId id) {
    ApplicationTable.Row seen = own(volunteer, id);
    Wish wish = new Wish(seen.roleId(), "", seen.despiteClash(), seen.companionId(), seen.broughtBy());
    ShiftId shift = new ShiftId(seen.shiftId());
    boolean byHandAccepted = seen.state().equals("withdrawn") && seen.decidedBy() != null
        && seen.stateSince().isAfter(clock.instant().minus(UNDO));
    if (!byHandAccepted) return apply(volunteer, shift, wish);
    table.lockVolunteer(volunteer.value());
    ShiftFacts facts = table.facts(shift).orElseThrow();
    Optional<ApplicationTable.Row> living = table.living(volunteer, shift);
    if (living.isPresent()) return answer(living.get());
    Optional<Application.Reason> why = whyNot(volunteers.find(volunteer).orElseThrow(), facts, wish);
    if (why.isPresent()) return refused(why.get());
    Optional<Requirement.Lack> lack = lack(volunteer, facts);
    return lack.isPresent() ? new Application.Unmet(lack.get()) : takeOrWait(volunteer, facts, wish);
  }

  /** What a living application amounts to now. */
  Application answer(ApplicationTable.Row row) {
    ApplicationId id = new ApplicationId(row.id());
    return switch (row.state()) {
      case "accepted", "offered" -> new Application.Placed(id);
      case "waiting" -> new Application.Waiting(id, table.position(row.id(), row.shiftId()));
      case "pending" -> new Application.Pending(id, row.answerDue() == null ? row.appliedAt().plus(answerTime()) : row.answerDue());
      default -> throw new IllegalStateException("application " + row.id() + " is " + row.state() + ", not living");
    };
  }

  private Optional<Application.Reason> whyNot(Volunteer person, ShiftFacts facts, Wish wish) {
    if (!facts.open()) return Optional.of(Application.Reason.NOT_OPEN);
    if (!facts.shiftState().equals("open")) return Optional.of(Application.Reason.SHIFT_CLOSED);
    if (!facts.startsAt().isAfter(clock.instant())) return Optional.of(Application.Reason.TOO_LATE);
    Optional<YoungFault> fault = young.fault(facts.id(), person.id(), wish.broughtBy(), wish.companion());
    if (fault.isPresent()) return fault.map(Application.Reason::of);
    ShiftId shift = facts.id();
    if (wish.role() != null && !table.hasRole(shift, wish.role())) return Optional.of(Application.Reason.NO_SUCH_ROLE);
    if (table.declinedBefore(person.id(), shift)) return Optional.of(Application.Reason.DECLINED_BEFORE);
    return Optional.empty();
  }

  private Optional<Requirement.Lack> lack(AccountId volunteer, ShiftFacts facts) {
    return requirements.lack(new OpportunityId(facts.opportunityId()), volunteer);
  }

  private Application ask(AccountId volunteer, ShiftFacts facts, Wish wish) {
    Instant due = clock.instant().plus(answerTime());
    Instant clockEnds = due.isBefore(facts.startsAt()) ? due : facts.startsAt();
    ApplicationId id = new ApplicationId(table.insert(volunteer, facts.id(), wish, "pending", clockEnds));
    tidings.asked(id, volunteer, facts);
    return new Application.Pending(id, clockEnds);
  }

  private Application takeOrWait(AccountId volunteer, ShiftFacts facts, Wish wish) {
    ShiftId shift = facts.id();
    if (waitingList.seat(facts, wish.role())) {
      ApplicationId id = new ApplicationId(table.insert(volunteer, shift, wish, "accepted", null));
      tidings.placed(id, volunteer, facts);
      return new Application.Placed(id);
    }
    ApplicationId id = new ApplicationId(table.insert(volunteer, shift, wish, "waiting", null));
    int position = table.position(id.value(), facts.shiftId());
    tidings.waits(id, volunteer, facts, position);
    return new Application.Waiting(id, position);
  }

  private ApplicationTable.Row own(AccountId volunteer, ApplicationId id) {
    return table.find(id).filter(row -> row.volunteerId() == volunteer.value())
        .orElseThrow(() -> new NotFound("application " + id + " of " + volunteer));
  }

  private Duration answerTime() {
    return Duration.ofHours(settings.get(ParticipationSettings.ANSWER_HOURS));
  }

  private static Application clash(ApplicationTable.Overlap with) {
    return new Application.Clash(with.shiftId(), with.title(), with.startsAt(), with.endsAt());
  }

  private static Application refused(Application.Reason why) {
    return new Application.Refused(why);
  }
}
