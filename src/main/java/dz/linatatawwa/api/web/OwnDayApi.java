package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.attendance.Deed;
import dz.linatatawwa.attendance.Mark;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Volunteers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The day of an organisation's own shift, by its key: who is expected, who came. */
@RestController
@RequestMapping(path = "/api/v1/own/shifts/{id:[1-9][0-9]{0,17}}", produces = "application/json")
@Tag(name = "Own days", description = "Rosters and attendance of the organisation whose key is shown")
class OwnDayApi {

  private final Applicants applicants;
  private final Rosters rosters;
  private final Roster roster;
  private final Volunteers volunteers;
  private final AccessLog log;

  OwnDayApi(Applicants applicants, Rosters rosters, Roster roster, Volunteers volunteers, AccessLog log) {
    this.applicants = applicants;
    this.rosters = rosters;
    this.roster = roster;
    this.volunteers = volunteers;
    this.log = log;
  }

  /** Somebody on the roster. Of a minor only the number is told, unless the key may read minors.
   *  @param seat has a seat; else came without one */
  record RosterJson(long volunteer, boolean minor, @Nullable String name, boolean seat, @Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, @Nullable Instant noShowAt) {}

  /** What is to be marked. */
  record MarkingInput(@Schema(minimum = "1", requiredMode = Schema.RequiredMode.REQUIRED) long volunteer,
      @Schema(allowableValues = {"check-in", "check-out", "no-show", "walk-in", "undo"}, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String deed) {}

  /** What came of it.
   *  @param at the time that was kept, within the shift and its grace */
  record MarkedJson(@Schema(allowableValues = {"done", "already"}) String outcome, Instant at) {}

  @GetMapping("/roster")
  @Operation(summary = "Who is expected and who is there, by number")
  @Needs(KeyScope.ATTENDANCE_READ)
  ResponseEntity<Part<RosterJson>> listRoster(@Parameter(hidden = true) Caller caller, @PathVariable long id, @ParameterObject Step step,
      @Parameter(hidden = true) HttpServletRequest request) {
    ShiftId shift = own(caller, id);
    List<RosterRow> found = rosters.after(shift, step.from(0), step.asked());
    Set<AccountId> minors = volunteers.minors(found.stream().map(row -> new AccountId(row.volunteerId())).toList());
    boolean named = caller.may(KeyScope.MINORS_READ);
    if (named) log.noteMinors(caller.maker(), minors, "shift", shift.toString(), request);
    return step.answer(found, RosterRow::volunteerId, row -> shown(row, minors.contains(new AccountId(row.volunteerId())), named), request);
  }

  @PostMapping(path = "/attendance", consumes = "application/json")
  @Operation(summary = "Marks somebody; the same Idempotency-Key again gives the same answer, for ever")
  @Needs(KeyScope.ATTENDANCE_WRITE)
  MarkedJson mark(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody MarkingInput marking, @Parameter(hidden = true) HttpServletRequest request) {
    String token = OnceOnly.token(request);
    ShiftId shift = own(caller, id);
    if (marking.volunteer() < 1 || volunteers.find(new AccountId(marking.volunteer())).isEmpty()) throw new NotFound("volunteer " + marking.volunteer());
    Mark mark = new Mark(key(caller, token), caller.maker(), shift, new AccountId(marking.volunteer()));
    return switch (marking.deed() == null ? "" : marking.deed()) {
      case "check-in" -> answer(roster.checkIn(mark));
      case "check-out" -> answer(roster.checkOut(mark));
      case "no-show" -> answer(roster.noShow(mark));
      case "walk-in" -> answer(roster.walkIn(mark));
      case "undo" -> answer(roster.undo(mark));
      default -> throw ApiRefusal.of(Problems.none().add("deed", "site.problem.choice"));
    };
  }

  /** The room of the day knows keys of 64 letters at most, of everybody together. */
  private static String key(Caller caller, String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(OnceOnly.sha((caller.key().id() + " " + token).getBytes(StandardCharsets.UTF_8)));
  }

  private static MarkedJson answer(Deed deed) {
    return switch (deed) {
      case Deed.Done(Instant at) -> new MarkedJson("done", at);
      case Deed.Already(Instant at) -> new MarkedJson("already", at);
      case Deed.Refused(Deed.Why why) when why == Deed.Why.KEY_USED -> throw new ApiRefusal(ProblemType.KEY_REUSED);
      case Deed.Refused(Deed.Why why) -> throw new ApiRefusal(ProblemType.REFUSED).because(why.code()).saying("attendance.day." + why.code());
    };
  }

  private ShiftId own(Caller caller, long id) {
    ShiftId shift = new ShiftId(id);
    if (applicants.facts(caller.organization(), shift).isEmpty()) throw new NotFound("shift " + id + " of " + caller.organization());
    return shift;
  }

  private static RosterJson shown(RosterRow row, boolean minor, boolean named) {
    return new RosterJson(row.volunteerId(), minor, minor && !named ? null : row.name(), row.seat(), row.checkedInAt(), row.checkedOutAt(), row.noShowAt());
  }
}
