package dz.linatatawwa.attendance;

import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who come without a seat. */
@Component
class WalkIns {

  private final DeedRules rules;
  private final DeedTable deeds;
  private final AttendanceTable attendance;
  private final Seats seats;

  WalkIns(DeedRules rules, DeedTable deeds, AttendanceTable attendance, Seats seats) {
    this.rules = rules;
    this.deeds = deeds;
    this.attendance = attendance;
    this.seats = seats;
  }

  /** Under the lock of the shift, so that two walk-ins do not take one last place; empty where a rule is in the way. */
  @Transactional
  public Optional<Instant> enter(Mark mark, Instant now) {
    ShiftFacts facts = rules.facts(mark.by(), mark.shift());
    seats.lock(mark.shift());
    if (rules.refused(Arrived.atTheDesk(mark, DeedKind.WALK_IN, now, null, null), facts).isPresent()) return Optional.empty();
    boolean room = attendance.isExpected(mark.shift(), mark.volunteer()) || attendance.present(mark.shift()) < facts.capacity();
    return room ? deeds.in(mark, DeedKind.WALK_IN, now) : Optional.empty();
  }
}
