package dz.linatatawwa.api.web;

import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.opportunities.Shifts;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.site.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shifts of an organisation's own opportunities, by its key. */
@RestController
@RequestMapping(path = "/api/v1/own", produces = "application/json")
@Tag(name = "Own shifts", description = "Shifts of the organisation whose key is shown")
class OwnShiftApi {

  private static final String OF_ONE = "/opportunities/{id:[1-9][0-9]{0,17}}/shifts";
  private static final String ONE = "/shifts/{id:[1-9][0-9]{0,17}}";

  private final Opportunities opportunities;
  private final Shifts shifts;
  private final Tags tags;

  OwnShiftApi(Opportunities opportunities, Shifts shifts, Tags tags) {
    this.opportunities = opportunities;
    this.shifts = shifts;
    this.tags = tags;
  }

  @GetMapping(OF_ONE)
  @Operation(summary = "The shifts of one of our opportunities, by number; cancelled and past ones too")
  @Needs(KeyScope.OPPORTUNITIES_READ)
  ResponseEntity<Part<ShiftJson>> listOwnShifts(@Parameter(hidden = true) Caller caller, @PathVariable long id, @ParameterObject Step step,
      @Parameter(hidden = true) HttpServletRequest request) {
    return PublicApi.shifts(opportunities.shifts(opportunity(caller, id).id()), step, request);
  }

  @PostMapping(path = OF_ONE, consumes = "application/json")
  @Operation(summary = "Adds a shift")
  @ApiResponse(responseCode = "201", description = "The shift; its address is in Location")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<ShiftJson> addShift(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody ShiftInput input) {
    Opportunity it = opportunity(caller, id);
    if (it.state() == State.CANCELLED) throw new ApiRefusal(ProblemType.REFUSED).because("cancelled");
    refuse(shifts.add(it.id(), input.form()));
    // the opportunity is held until the end of this transaction: the newest is ours
    Shift made = opportunities.shifts(it.id()).stream().max(Comparator.comparingLong(shift -> shift.id().value())).orElseThrow();
    ShiftJson shown = ShiftJson.of(made);
    return ResponseEntity.created(URI.create("/api/v1/own/shifts/" + made.id())).eTag(tags.of(shown)).body(shown);
  }

  @GetMapping(ONE)
  @Operation(summary = "One of our shifts; its tag is needed to change it")
  @Needs(KeyScope.OPPORTUNITIES_READ)
  ResponseEntity<ShiftJson> showShift(@Parameter(hidden = true) Caller caller, @PathVariable long id) {
    return tagged(shift(caller, id));
  }

  @PutMapping(path = ONE, consumes = "application/json")
  @Operation(summary = "Puts what is sent in the place of a shift that has not begun, never with fewer seats than are taken; needs If-Match; people with a seat are told of another time")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<ShiftJson> changeShift(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody ShiftInput input,
      @Parameter(hidden = true) HttpServletRequest request) {
    shift(caller, id);
    Shift held = shifts.hold(new ShiftId(id)).orElseThrow();
    tags.match(request, ShiftJson.of(held));
    if (held.state() == Shift.State.CANCELLED) throw new ApiRefusal(ProblemType.REFUSED).because("cancelled");
    refuse(shifts.change(held.id(), input.form(), caller.maker()));
    return tagged(shift(caller, id));
  }

  @PostMapping(path = ONE + "/cancellation", consumes = "application/json")
  @Operation(summary = "Calls a shift off; people with a seat are told why. In a draft it is taken out, and 404 answers from then on")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<ShiftJson> cancelShift(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody OwnOpportunityApi.EndingInput ending) {
    Shift before = shift(caller, id);
    shifts.cancel(before.id(), OwnOpportunityApi.reason(ending), caller.maker());
    Shift after = opportunities.shift(before.id()).orElse(gone(before));
    return tagged(after);
  }

  private static Shift gone(Shift it) {
    return new Shift(it.id(), it.opportunity(), it.startsAt(), it.endsAt(), it.capacity(), it.taken(), Shift.State.CANCELLED, it.series(), it.roles());
  }

  private static void refuse(Problems problems) {
    if (problems.any()) throw ApiRefusal.of(ShiftInput.named(problems));
  }

  private ResponseEntity<ShiftJson> tagged(Shift it) {
    ShiftJson shown = ShiftJson.of(it);
    return ResponseEntity.ok().eTag(tags.of(shown)).body(shown);
  }

  private Opportunity opportunity(Caller caller, long id) {
    return opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(caller.organization()))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of organisation " + caller.organization()));
  }

  private Shift shift(Caller caller, long id) {
    Shift found = opportunities.shift(new ShiftId(id)).orElseThrow(() -> new NotFound("shift " + id));
    opportunity(caller, found.opportunity().value());
    return found;
  }
}
