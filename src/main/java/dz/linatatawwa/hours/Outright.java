package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.DeclaredWork.Span;
import dz.linatatawwa.hours.OutrightTable.Attendance;
import dz.linatatawwa.hours.OutrightTable.Living;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes into the ledger what nobody proposed: a finding, a declaration. What stood before is taken back by lines that name it.
 *  Runs inside the caller's transaction. */
@Component
class Outright {

  private final OutrightTable table;
  private final ClaimTable claims;
  private final EntryTable entries;
  private final ApplicationEventPublisher events;
  private final HourSettings settings;
  private final Clock clock;

  Outright(OutrightTable table, ClaimTable claims, EntryTable entries, ApplicationEventPublisher events, HourSettings settings, Clock clock) {
    this.table = table;
    this.claims = claims;
    this.entries = entries;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** Puts the person's time in this shift as it was found to be. */
  Outcome find(Finding finding, Settler by, String reason) {
    if (finding.volunteer().value() == by.account()) return new Outcome.Left(Why.OWN_HOURS);
    List<Living> living = table.living(finding.volunteer().value(), finding.shift().value());
    Span span = finding.from() == null || finding.to() == null ? null : new Span(finding.from(), finding.to());
    if (span != null) {
      Optional<Why> why = fault(finding, span, living);
      if (why.isPresent()) return new Outcome.Left(why.get());
    }
    living.forEach(claim -> end(claim, finding.volunteer(), by, reason));
    if (span == null) return new Outcome.Written(List.of());
    Optional<Attendance> attendance = table.attendance(finding.volunteer().value(), finding.shift().value());
    long id = table.found(finding, span, attendance.map(Attendance::id).orElse(null),
        grade(attendance.map(Attendance::grade), finding.agreed()), by.account(), reason, clock.instant());
    return written(List.of(new OpenClaim(id, finding.volunteer().value(), span.from(), span.to(), span.minutes(), false, null, reason)), by.account());
  }

  /** Never better than the leader's roster: the times were changed by hand. Where nobody saw the person come, two people of two levels make a
   *  later entry, and one alone a document. */
  static Grade grade(Optional<Grade> attended, boolean agreed) {
    if (attended.isPresent()) return attended.get() == Grade.A ? Grade.B : attended.get();
    return agreed ? Grade.C : Grade.D;
  }

  private Optional<Why> fault(Finding finding, Span span, List<Living> living) {
    if (!table.counts(finding.shift().value())) return Optional.of(Why.NOT_VOLUNTEERING);
    if (span.minutes() < 1 || !table.bounds(finding.shift().value()).holds(span.from(), span.to()) || span.to().isAfter(clock.instant())) {
      return Optional.of(Why.IMPOSSIBLE_TIME);
    }
    if (span.minutes() > settings.limits().shiftMinutes()) return Optional.of(Why.OVER_SHIFT);
    boolean clash = table.elsewhere(finding.volunteer().value(), span.from(), span.to(), living.stream().map(Living::id).toList());
    return clash ? Optional.of(Why.TWO_PLACES) : Optional.empty();
  }

  private void end(Living claim, AccountId volunteer, Settler by, String reason) {
    claims.found(claim.id());
    if (!claim.confirmed()) {
      claims.refuse(List.of(claim.id()), by.account(), RefusalCode.WRONG_TIME.code(), reason);
      return;
    }
    takeBack(claim.id(), volunteer, claim.minutes(), by.account(), reason);
  }

  private void takeBack(long claim, AccountId volunteer, int minutes, long by, String reason) {
    claims.reversed(claim);
    entries.takeBack(claim, by, reason);
    events.publishEvent(new HoursReversed(volunteer, minutes, new ClaimId(claim), reason));
  }

  /** Writes declared time with grade E, day by day. */
  Outcome declare(DeclaredWork work) {
    Optional<Why> why = clash(work);
    if (why.isPresent()) return new Outcome.Left(why.get());
    long volunteer = work.volunteer().value();
    List<OpenClaim> written = new ArrayList<>();
    Instant now = clock.instant();
    for (Span span : work.spans()) {
      written.add(new OpenClaim(table.declared(work, span, now), volunteer, span.from(), span.to(), span.minutes(), false, null, work.reason()));
    }
    return written(written, volunteer);
  }

  /** Why declared time cannot stand. */
  Optional<Why> clash(DeclaredWork work) {
    if (!work.free()) return Optional.of(Why.NOT_VOLUNTEERING);
    long volunteer = work.volunteer().value();
    for (Span span : work.spans()) {
      if (span.minutes() < 1 || span.minutes() > 1_440 || span.to().isAfter(clock.instant())) return Optional.of(Why.IMPOSSIBLE_TIME);
      boolean clash = table.elsewhere(volunteer, span.from(), span.to(), List.of()) || table.attended(volunteer, span.from(), span.to());
      if (clash) return Optional.of(Why.TWO_PLACES);
    }
    return Optional.empty();
  }

  /** Takes declared time back. */
  Outcome retract(Collection<ClaimId> asked, AccountId by, String reason) {
    List<OpenClaim> standing = table.standing(asked.stream().map(ClaimId::value).toList(), Grade.D);
    standing.forEach(claim -> takeBack(claim.id(), new AccountId(claim.volunteer()), claim.minutes(), by.value(), reason));
    return standing.isEmpty() ? new Outcome.Left(Why.ALREADY_SETTLED) : new Outcome.Written(List.of());
  }

  /** Declared time that a document proves: the lines of grade E are taken back, and lines of grade D written. */
  Outcome raise(Collection<ClaimId> asked, AccountId by, String reason) {
    List<OpenClaim> standing = table.standing(asked.stream().map(ClaimId::value).toList(), Grade.E);
    if (standing.isEmpty()) return new Outcome.Left(Why.ALREADY_SETTLED);
    if (standing.stream().anyMatch(claim -> claim.volunteer() == by.value())) return new Outcome.Left(Why.OWN_HOURS);
    List<OpenClaim> raised = new ArrayList<>();
    for (OpenClaim claim : standing) {
      takeBack(claim.id(), new AccountId(claim.volunteer()), claim.minutes(), by.value(), reason);
      long id = table.raised(claim.id(), by.value(), reason, clock.instant());
      raised.add(new OpenClaim(id, claim.volunteer(), claim.from(), claim.to(), claim.minutes(), false, null, reason));
    }
    return written(raised, by.value());
  }

  private Outcome written(List<OpenClaim> written, long by) {
    entries.write(written, by);
    events.publishEvent(new HoursAttested(written.stream()
        .map(claim -> new HoursAttested.Credit(new AccountId(claim.volunteer()), claim.minutes(), new ClaimId(claim.id()))).toList()));
    return new Outcome.Written(written.stream().map(claim -> new ClaimId(claim.id())).toList());
  }
}
