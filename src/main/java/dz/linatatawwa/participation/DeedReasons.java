package dz.linatatawwa.participation;

import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a deed changed nothing: done before by the same key, true already, or refused. Asked only when the one statement gave no row. */
@Component
class DeedReasons {

  private final ApplicationTable applications;
  private final DeedTable deeds;
  private final AttendanceTable attendance;
  private final Organizations organizations;

  DeedReasons(ApplicationTable applications, DeedTable deeds, AttendanceTable attendance, Organizations organizations) {
    this.applications = applications;
    this.deeds = deeds;
    this.attendance = attendance;
    this.organizations = organizations;
  }

  @Transactional
  public Deed why(Mark mark, String deed, Instant now) {
    ShiftFacts facts = facts(mark);
    Optional<Deed> before = kept(mark, deed);
    if (before.isPresent()) return before.get();
    if (mark.volunteer().equals(mark.by())) return new Deed.Refused(Deed.Why.OWN);
    if (facts.shiftState().equals("cancelled")) return new Deed.Refused(Deed.Why.CANCELLED);
    if (attendance.closure(mark.shift()).isPresent()) return new Deed.Refused(Deed.Why.CLOSED);
    Optional<AttendanceTable.Row> row = attendance.find(mark.shift(), mark.volunteer());
    Optional<Instant> already = row.flatMap(r -> already(r, deed));
    if (already.isPresent()) {
      deeds.keepAlready(mark, deed, already.get());
      return new Deed.Already(already.get());
    }
    return new Deed.Refused(refusal(facts, row, deed, now));
  }

  /** The answer that the key gave before, if it did; else this refusal. */
  @Transactional(readOnly = true)
  public Deed orRefused(Mark mark, String deed, Instant now, Deed.Why why) {
    facts(mark);
    return kept(mark, deed).orElse(new Deed.Refused(why));
  }

  /** What the shift is, for somebody who runs its organisation. */
  ShiftFacts facts(Mark mark) {
    ShiftFacts facts = applications.facts(mark.shift()).orElseThrow(() -> new NotFound("shift " + mark.shift()));
    if (!organizations.mayRun(mark.by(), new OrganizationId(facts.organizationId()))) {
      throw new NotFound("shift " + mark.shift() + " for " + mark.by());
    }
    return facts;
  }

  Optional<Deed> kept(Mark mark, String deed) {
    return deeds.kept(mark.key()).map(kept -> {
      boolean same = kept.shiftId() == mark.shift().value() && kept.volunteerId() == mark.volunteer().value() && kept.deed().equals(deed);
      if (!same) return new Deed.Refused(Deed.Why.KEY_USED);
      return kept.outcome().equals("done") ? new Deed.Done(kept.at()) : new Deed.Already(kept.at());
    });
  }

  private static Optional<Instant> already(AttendanceTable.Row row, String deed) {
    return switch (deed) {
      case "check-in", "walk-in" -> Optional.ofNullable(row.checkedInAt());
      case "check-out" -> Optional.ofNullable(row.checkedOutAt());
      case "no-show" -> Optional.ofNullable(row.noShowAt());
      default -> Optional.empty();
    };
  }

  private Deed.Why refusal(ShiftFacts facts, Optional<AttendanceTable.Row> row, String deed, Instant now) {
    boolean in = row.map(AttendanceTable.Row::checkedInAt).isPresent();
    return switch (deed) {
      case "undo" -> Deed.Why.NOTHING;
      case "check-out" -> in ? Deed.Why.TOO_EARLY : Deed.Why.NOT_IN;
      case "correct" -> in ? Deed.Why.OUT_OF_BOUNDS : Deed.Why.NOT_IN;
      case "no-show" -> in ? Deed.Why.CAME : now.isBefore(facts.startsAt()) ? Deed.Why.TOO_EARLY : Deed.Why.NOT_ON_ROSTER;
      default -> now.isBefore(facts.opens()) ? Deed.Why.TOO_EARLY
          : now.isAfter(facts.shuts()) ? Deed.Why.TOO_LATE : Deed.Why.NOT_ON_ROSTER;
    };
  }
}
