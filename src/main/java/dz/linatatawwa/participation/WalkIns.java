package dz.linatatawwa.participation;

import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.volunteers.Ages;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who come without a seat. */
@Component
class WalkIns {

  private final DeedReasons reasons;
  private final DeedTable deeds;
  private final AttendanceTable attendance;
  private final Volunteers volunteers;
  private final Seats seats;

  WalkIns(DeedReasons reasons, DeedTable deeds, AttendanceTable attendance, Volunteers volunteers, Seats seats) {
    this.reasons = reasons;
    this.deeds = deeds;
    this.attendance = attendance;
    this.volunteers = volunteers;
    this.seats = seats;
  }

  /** The rules that the statement does not hold; an answer that the key gave before comes first. */
  @Transactional(readOnly = true)
  public Optional<Deed> refused(Mark mark) {
    ShiftFacts facts = reasons.facts(mark);
    Optional<Deed> kept = reasons.kept(mark, "walk-in");
    if (kept.isPresent()) return kept;
    Optional<Volunteer> person = volunteers.find(mark.volunteer());
    if (person.isEmpty()) return Optional.of(new Deed.Refused(Deed.Why.NOT_ON_ROSTER));
    if (Ages.surely(person.get().birthYear(), facts.day()) < facts.minAge()) return Optional.of(new Deed.Refused(Deed.Why.TOO_YOUNG));
    if (!volunteers.mayTakePart(person.get())) return Optional.of(new Deed.Refused(Deed.Why.GUARDIAN_NEEDED));
    boolean expected = attendance.find(mark.shift(), mark.volunteer()).isPresent() || attendance.hasSeat(mark.shift(), mark.volunteer());
    boolean full = !expected && attendance.present(mark.shift()) >= facts.capacity();
    return full ? Optional.of(new Deed.Refused(Deed.Why.FULL)) : Optional.empty();
  }

  /** Under the lock of the shift, so that two walk-ins do not take one last place. */
  @Transactional
  public Optional<Instant> enter(Mark mark, Instant now) {
    seats.lock(mark.shift());
    boolean room = attendance.hasSeat(mark.shift(), mark.volunteer()) || attendance.present(mark.shift()) < reasons.facts(mark).capacity();
    return room ? deeds.in(mark, "walk-in", now) : Optional.empty();
  }
}
