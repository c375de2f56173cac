package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.participation.YoungRules;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a deed is possible at all, before it is held against the others: who may, for whom, and when. */
@Component
class DeedRules {

  /** Why a deed is for review; other reasons are codes of {@link Deed.Why}. */
  static final String OUTSIDE = "outside";
  static final String FUTURE = "future";
  static final String WITHDRAWN = "withdrawn";

  private final Participation participation;
  private final AttendanceTable attendance;
  private final Organizations organizations;
  private final Volunteers volunteers;
  private final YoungRules young;

  DeedRules(Participation participation, AttendanceTable attendance, Organizations organizations, Volunteers volunteers,
      YoungRules young) {
    this.participation = participation;
    this.attendance = attendance;
    this.organizations = organizations;
    this.volunteers = volunteers;
    this.young = young;
  }

  /** What the shift is, for somebody who runs its organisation. */
  ShiftFacts facts(AccountId by, ShiftId shift) {
    ShiftFacts facts = participation.facts(shift);
    if (!organizations.mayRun(by, new OrganizationId(facts.organizationId()))) throw new NotFound("shift " + shift + " for " + by);
    return facts;
  }

  /** The same for what has arrived: empty where it is nobody's business of theirs. Whoever sends from a withdrawn kit is vouched for by the kit. */
  Optional<ShiftFacts> facts(Batch batch, ShiftId shift) {
    try {
      return Optional.of(batch.withdrawn() ? participation.facts(shift) : facts(batch.by(), shift));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  boolean isVolunteer(AccountId person) {
    return volunteers.find(person).isPresent();
  }

  /** Why nobody makes this deed, wherever and whenever. */
  Optional<Deed.Why> refused(Arrived arrived, ShiftFacts facts) {
    if (arrived.volunteer().equals(arrived.by())) return Optional.of(Deed.Why.OWN);
    if (facts.shiftState().equals("cancelled")) return Optional.of(Deed.Why.CANCELLED);
    if (arrived.kind() == DeedKind.NO_SHOW && !attendance.hasSeat(arrived.shift(), arrived.volunteer())) return Optional.of(Deed.Why.NOT_ON_ROSTER);
    Times times = arrived.deed().times();
    if (times != null && !isPossible(times, facts, arrived.deed().at())) return Optional.of(Deed.Why.OUT_OF_BOUNDS);
    return arrived.kind() == DeedKind.WALK_IN ? walkIn(arrived) : Optional.empty();
  }

  private Optional<Deed.Why> walkIn(Arrived arrived) {
    return isVolunteer(arrived.volunteer()) ? tooYoung(arrived) : Optional.of(Deed.Why.NOT_ON_ROSTER);
  }

  /** What keeps a young person from being let in, by the consent that stood when they came. */
  private Optional<Deed.Why> tooYoung(Arrived arrived) {
    return young.fault(arrived.shift(), arrived.volunteer(), arrived.deed().at()).map(Deed.Why::of);
  }

  /** Why the desk, where the coordinator sees the shift and its clock, does not take the deed. */
  Optional<Deed.Why> refusedAtTheDesk(Arrived arrived, ShiftFacts facts) {
    Instant at = arrived.deed().at();
    return switch (arrived.kind()) {
      case CHECK_IN, WALK_IN -> at.isBefore(facts.opens()) ? Optional.of(Deed.Why.TOO_EARLY)
          : at.isAfter(facts.shuts()) ? Optional.of(Deed.Why.TOO_LATE) : noPlace(arrived, facts).or(() -> tooYoung(arrived));
      case NO_SHOW -> at.isBefore(facts.startsAt()) ? Optional.of(Deed.Why.TOO_EARLY) : Optional.empty();
      case CHECK_OUT, CORRECT, UNDO -> Optional.empty();
    };
  }

  /** Why a deed that arrived does not count before a person has looked at it. */
  Optional<String> toReview(Batch batch, Arrived arrived, ShiftFacts facts, Instant received) {
    Instant at = arrived.deed().at();
    if (batch.withdrawn()) return Optional.of(WITHDRAWN);
    if (at.isAfter(received.plus(Fold.SAME))) return Optional.of(FUTURE);
    boolean outside = switch (arrived.kind()) {
      case CHECK_IN, WALK_IN -> at.isBefore(facts.opens()) || at.isAfter(facts.shuts());
      case CHECK_OUT -> at.isBefore(facts.opens());
      case NO_SHOW -> at.isBefore(facts.startsAt());
      case CORRECT, UNDO -> false;
    };
    if (outside) return Optional.of(OUTSIDE);
    if (!arrived.kind().comes() && arrived.kind() != DeedKind.CORRECT) return Optional.empty();
    return noPlace(arrived, facts).or(() -> arrived.kind().comes() ? tooYoung(arrived) : Optional.empty()).map(Deed.Why::code);
  }

  private Optional<Deed.Why> noPlace(Arrived arrived, ShiftFacts facts) {
    if (attendance.isExpected(arrived.shift(), arrived.volunteer())) return Optional.empty();
    if (arrived.kind() != DeedKind.WALK_IN) return Optional.of(Deed.Why.NOT_ON_ROSTER);
    return attendance.present(arrived.shift()) >= facts.capacity() ? Optional.of(Deed.Why.FULL) : Optional.empty();
  }

  private static boolean isPossible(Times times, ShiftFacts facts, Instant made) {
    Instant last = made.isBefore(facts.shuts()) ? made : facts.shuts();
    boolean ordered = times.out() == null ? !times.in().isAfter(last) : times.in().isBefore(times.out()) && !times.out().isAfter(last);
    return ordered && !times.in().isBefore(facts.opens());
  }
}
