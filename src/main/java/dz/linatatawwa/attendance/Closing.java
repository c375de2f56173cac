package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a day: what is open is settled, and the hours hear of it. */
@Component
class Closing {

  private final DeedRules rules;
  private final AttendanceTable attendance;
  private final Seats seats;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Closing(DeedRules rules, AttendanceTable attendance, Seats seats, ApplicationEventPublisher events, Clock clock) {
    this.rules = rules;
    this.attendance = attendance;
    this.seats = seats;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public Closed close(AccountId by, ShiftId shift) {
    ShiftFacts facts = rules.facts(by, shift);
    seats.lock(shift);
    Optional<Closed> before = closed(shift);
    if (before.isPresent()) return before.get();
    boolean over = !clock.instant().isBefore(facts.endsAt());
    if (!over && attendance.unsettled(shift) > 0) return new Closed.TooEarly();
    attendance.proposeEnds(shift, by);
    attendance.markAbsent(shift, by);
    attendance.close(shift, by);
    events.publishEvent(new AttendanceClosed(shift));
    return closed(shift).orElseThrow();
  }

  private Optional<Closed> closed(ShiftId shift) {
    return attendance.closure(shift).map(c -> new Closed.Done(c.came(), c.noShows(), c.proposed()));
  }
}
