package dz.linatatawwa.attendance.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.attendance.Deed;
import dz.linatatawwa.attendance.Mark;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A shift's roster and the deeds of the day, as JSON. */
@RestController
@Tag(name = "Attendance", description = "The day of a shift, for those who run it")
class AttendanceApi {

  /** What is to be marked.
   *  @param deed check-in, check-out, no-show, walk-in or undo */
  record Marking(long volunteer, @Nullable String deed) {}

  /** What came of it.
   *  @param outcome done or already
   *  @param at      the time that was kept */
  record Marked(String outcome, Instant at) {}

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,64}");

  private final Roster roster;
  private final Rosters rosters;
  private final Participation participation;
  private final Organizations organizations;
  private final Volunteers volunteers;

  AttendanceApi(Roster roster, Rosters rosters, Participation participation, Organizations organizations, Volunteers volunteers) {
    this.roster = roster;
    this.rosters = rosters;
    this.participation = participation;
    this.organizations = organizations;
    this.volunteers = volunteers;
  }

  @GetMapping("/api/shifts/{sid}/roster")
  @Operation(summary = "Who is expected and who is there, for those who run the organisation")
  List<RosterRow> roster(@Parameter(hidden = true) SignedIn me, @PathVariable long sid) {
    ShiftId shift = shift(sid);
    if (!organizations.mayRun(me.id(), new OrganizationId(participation.facts(shift).organizationId()))) throw new NotFound("shift " + sid);
    return rosters.of(shift);
  }

  @PostMapping("/api/shifts/{sid}/attendance")
  @Operation(summary = "Marks somebody; the same Idempotency-Key again gives the same answer, for ever")
  ResponseEntity<Object> mark(@Parameter(hidden = true) SignedIn me, @PathVariable long sid, @RequestHeader("Idempotency-Key") String key,
      @RequestBody Marking marking) {
    if (!KEY.matcher(key).matches()) return problem(HttpStatus.BAD_REQUEST, "idempotency-key");
    if (marking.deed() == null) return problem(HttpStatus.BAD_REQUEST, "unknown-deed");
    if (marking.volunteer() < 1) throw new NotFound("volunteer " + marking.volunteer());
    Mark mark = new Mark(key, me.id(), shift(sid), new AccountId(marking.volunteer()));
    return switch (marking.deed()) {
      case "check-in" -> checkIn(mark);
      case "check-out" -> answer(roster.checkOut(known(mark)));
      case "no-show" -> answer(roster.noShow(known(mark)));
      case "walk-in" -> answer(roster.walkIn(known(mark)));
      case "undo" -> answer(roster.undo(known(mark)));
      default -> problem(HttpStatus.BAD_REQUEST, "unknown-deed");
    };
  }

  /** Whoever is checked in has a seat, and so is somebody: of the many who come at one time nobody is looked up before. */
  private ResponseEntity<Object> checkIn(Mark mark) {
    Deed deed = roster.checkIn(mark);
    if (deed instanceof Deed.Refused) known(mark);
    return answer(deed);
  }

  /** @throws NotFound for somebody who is no volunteer */
  private Mark known(Mark mark) {
    if (volunteers.find(mark.volunteer()).isEmpty()) throw new NotFound("volunteer " + mark.volunteer());
    return mark;
  }

  private static ResponseEntity<Object> answer(Deed deed) {
    return switch (deed) {
      case Deed.Done(var at) -> ResponseEntity.ok(new Marked("done", at));
      case Deed.Already(var at) -> ResponseEntity.ok(new Marked("already", at));
      case Deed.Refused(var why) -> problem(HttpStatus.CONFLICT, why.code());
    };
  }

  private static ResponseEntity<Object> problem(HttpStatus status, String code) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setProperty("code", code);
    return ResponseEntity.status(status).body(problem);
  }

  private static ShiftId shift(long sid) {
    if (sid < 1) throw new NotFound("shift " + sid);
    return new ShiftId(sid);
  }
}
