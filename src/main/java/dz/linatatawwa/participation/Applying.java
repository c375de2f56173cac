package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a wish becomes a seat, a place in the waiting list, or a question to the organisation. Runs inside the caller's transaction. */
@Component
class Applying {

  /** How long a withdrawal can be undone to the very same seat. */
  static final Duration UNDO = Duration.ofMinutes(10);

  private final ApplicationTable table;
  private final Volunteers volunteers;
  private final YoungRules young;
  private final ApplyRules rules;
  private final NamedPeople named;
  private final WaitingList waitingList;
  private final Tidings tidings;
  private final Clock clock;
  private final Settings settings;

  Applying(ApplicationTable table, Volunteers volunteers, YoungRules young, ApplyRules rules, NamedPeople named, WaitingList waitingList, Tidings tidings,
      Clock clock, Settings settings) {
    this.table = table;
    this.volunteers = volunteers;
    this.young = young;
    this.rules = rules;
    this.named = named;
    this.waitingList = waitingList;
    this.tidings = tidings;
    this.clock = clock;
    this.settings = settings;
  }

  Application apply(AccountId volunteer, ShiftId shift, Wish wish) {
    if (volunteers.find(volunteer).isEmpty()) return refused(Application.Reason.NOT_A_VOLUNTEER);
    table.lockVolunteer(volunteer.value());
    Optional<ApplicationTable.Row> living = table.living(volunteer, shift);
    if (living.isPresent()) return answer(living.get());
    ShiftFacts facts = table.facts(shift).orElseThrow(() -> new NotFound("shift " + shift));
    Optional<Application> obstacle = rules.obstacle(volunteer, facts, wish);
    if (obstacle.isPresent()) return obstacle.get();
    if (wish.seats() > facts.capacity()) return refused(Application.Reason.PARTY_TOO_LARGE);
    return enter(volunteer, facts, wish);
  }

  /** Asks, takes seats or joins the list, for somebody in whose way nothing stands. */
  Application enter(AccountId volunteer, ShiftFacts facts, Wish wish) {
    return facts.byHand() ? ask(volunteer, facts, wish) : takeOrWait(volunteer, facts, wish);
  }

  Application confirmOffer(AccountId volunteer, ApplicationId id, boolean despiteClash) {
    ApplicationTable.Row seen = own(volunteer, id);
    table.lockVolunteer(volunteer.value());
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(id);
    if (!row.state().equals("offered")) return row.living() ? answer(row) : refused(Application.Reason.OFFER_LAPSED);
    if (row.whole()) return refused(Application.Reason.WITH_PARTY);
    if (row.offerEnds() == null || !row.offerEnds().isAfter(clock.instant())) return refused(Application.Reason.OFFER_LAPSED);
    Optional<YoungFault> fault = young.fault(row);
    if (fault.isPresent()) return refused(Application.Reason.of(fault.get()));
    Optional<Requirement.Lack> lack = rules.lack(volunteer, facts);
    if (lack.isPresent()) return new Application.Unmet(lack.get());
    Optional<ApplicationTable.Overlap> overlap =
        despiteClash || row.despiteClash() ? Optional.empty() : table.overlap(volunteer.value(), facts);
    if (overlap.isPresent()) return ApplyRules.clash(overlap.get());
    table.move(row.id(), "accepted");
    tidings.placed(id, volunteer, facts);
    return new Application.Placed(id);
  }

  Application comeBack(AccountId volunteer, ApplicationId id) {
    ApplicationTable.Row seen = own(volunteer, id);
    Wish wish = new Wish(seen.roleId(), "", seen.despiteClash(), seen.companionId(), seen.broughtBy()).with(named.of(id));
    ShiftId shift = new ShiftId(seen.shiftId());
    boolean byHandAccepted = seen.state().equals("withdrawn") && seen.decidedBy() != null
        && seen.stateSince().isAfter(clock.instant().minus(UNDO));
    if (!byHandAccepted) return apply(volunteer, shift, wish);
    table.lockVolunteer(volunteer.value());
    ShiftFacts facts = table.facts(shift).orElseThrow();
    Optional<ApplicationTable.Row> living = table.living(volunteer, shift);
    if (living.isPresent()) return answer(living.get());
    Optional<Application> obstacle = rules.obstacle(volunteer, facts, new Wish(wish.role(), "", true, wish.companion(), wish.broughtBy()).with(wish.named()));
    return obstacle.orElseGet(() -> takeOrWait(volunteer, facts, wish));
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

  private Application ask(AccountId volunteer, ShiftFacts facts, Wish wish) {
    Instant due = clock.instant().plus(answerTime());
    Instant clockEnds = due.isBefore(facts.startsAt()) ? due : facts.startsAt();
    ApplicationId id = write(volunteer, facts, wish, "pending", clockEnds);
    tidings.asked(id, volunteer, facts);
    return new Application.Pending(id, clockEnds);
  }

  Application takeOrWait(AccountId volunteer, ShiftFacts facts, Wish wish) {
    return waitingList.seat(facts, wish.role(), wish.seats()) ? place(volunteer, facts, wish) : await(volunteer, facts, wish);
  }

  /** Writes down that seats were taken. */
  Application place(AccountId volunteer, ShiftFacts facts, Wish wish) {
    ApplicationId id = write(volunteer, facts, wish, "accepted", null);
    tidings.placed(id, volunteer, facts);
    return new Application.Placed(id);
  }

  /** Joins the list. */
  Application await(AccountId volunteer, ShiftFacts facts, Wish wish) {
    ApplicationId id = write(volunteer, facts, wish, "waiting", null);
    int position = table.position(id.value(), facts.shiftId());
    tidings.waits(id, volunteer, facts, position);
    return new Application.Waiting(id, position);
  }

  private ApplicationId write(AccountId volunteer, ShiftFacts facts, Wish wish, String state, @Nullable Instant answerDue) {
    long id = table.insert(volunteer, facts.id(), wish, state, answerDue);
    named.add(id, wish.named());
    return new ApplicationId(id);
  }

  private ApplicationTable.Row own(AccountId volunteer, ApplicationId id) {
    return table.find(id).filter(row -> row.volunteerId() == volunteer.value())
        .orElseThrow(() -> new NotFound("application " + id + " of " + volunteer));
  }

  private Duration answerTime() {
    return Duration.ofHours(settings.get(ParticipationSettings.ANSWER_HOURS));
  }

  private static Application refused(Application.Reason why) {
    return new Application.Refused(why);
  }
}
