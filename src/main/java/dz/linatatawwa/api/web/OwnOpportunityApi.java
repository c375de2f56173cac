package dz.linatatawwa.api.web;

import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.EndReason;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Publishing;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.site.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An organisation's own opportunities, by its key: drafted, changed, published, closed, called off, under the rules of the desk. */
@RestController
@RequestMapping(path = "/api/v1/own/opportunities", produces = "application/json")
@Tag(name = "Own opportunities", description = "Opportunities of the organisation whose key is shown")
class OwnOpportunityApi {

  private static final String ONE = "/{id:[1-9][0-9]{0,17}}";

  private final Opportunities opportunities;
  private final Publishing publishing;
  private final Tags tags;

  OwnOpportunityApi(Opportunities opportunities, Publishing publishing, Tags tags) {
    this.opportunities = opportunities;
    this.publishing = publishing;
    this.tags = tags;
  }

  /** Why something is called off: people who hold a seat read it. */
  record EndingInput(@Schema(minLength = 3, maxLength = 300) @Nullable String reason) {}

  @GetMapping
  @Operation(summary = "Our opportunities, the newest first")
  @Needs(KeyScope.OPPORTUNITIES_READ)
  ResponseEntity<Part<OpportunityJson>> listOwn(@Parameter(hidden = true) Caller caller,
      @Parameter(in = ParameterIn.QUERY, schema = @Schema(type = "string", allowableValues = {"draft", "published", "closed", "cancelled", "withheld"})) @RequestParam(required = false)
      @Nullable String state, @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    return step.answer(opportunities.own(caller.organization(), state(state), step.from(Long.MAX_VALUE), step.asked()), Opportunity::id, OpportunityJson::of, request);
  }

  @PostMapping(consumes = "application/json")
  @Operation(summary = "Drafts an opportunity; a draft may lack anything")
  @ApiResponse(responseCode = "201", description = "The draft; its address is in Location")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<OpportunityJson> draft(@Parameter(hidden = true) Caller caller, @RequestBody OpportunityInput input) {
    Problems problems = Problems.none();
    OpportunityId id = publishing.draft(caller.organization(), input.form(), problems, caller.maker()).orElseThrow(() -> ApiRefusal.of(OpportunityInput.named(problems)));
    OpportunityJson made = OpportunityJson.of(opportunities.find(id).orElseThrow());
    return ResponseEntity.created(URI.create("/api/v1/own/opportunities/" + id)).eTag(tags.of(made)).body(made);
  }

  @GetMapping(ONE)
  @Operation(summary = "One of our opportunities, in whatever state; its tag is needed to change it")
  @Needs(KeyScope.OPPORTUNITIES_READ)
  ResponseEntity<OpportunityJson> showOwn(@Parameter(hidden = true) Caller caller, @PathVariable long id) {
    return tagged(own(caller, id));
  }

  @PutMapping(path = ONE, consumes = "application/json")
  @Operation(summary = "Puts what is sent in the place of what it says; needs If-Match")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<OpportunityJson> change(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody OpportunityInput input,
      @Parameter(hidden = true) HttpServletRequest request) {
    own(caller, id);
    tags.match(request, OpportunityJson.of(opportunities.hold(new OpportunityId(id)).orElseThrow()));
    Problems problems = publishing.save(new OpportunityId(id), input.form(), caller.maker());
    if (problems.any()) throw ApiRefusal.of(OpportunityInput.named(problems));
    return tagged(own(caller, id));
  }

  @PostMapping(ONE + "/publication")
  @Operation(summary = "Publishes a draft, or opens a closed one again; where a rule wants somebody to look first, its state is withheld")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<OpportunityJson> publish(@Parameter(hidden = true) Caller caller, @PathVariable long id) {
    Opportunity it = own(caller, id);
    if (it.state() == State.CANCELLED) throw new ApiRefusal(ProblemType.REFUSED).because("cancelled");
    Problems problems = publishing.publish(it.id(), caller.maker());
    if (problems.any()) throw ApiRefusal.of(problems);
    return tagged(own(caller, id));
  }

  @PostMapping(ONE + "/closure")
  @Operation(summary = "Takes nobody in any more; who has a seat keeps it")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<OpportunityJson> close(@Parameter(hidden = true) Caller caller, @PathVariable long id) {
    publishing.close(own(caller, id).id(), caller.maker());
    return tagged(own(caller, id));
  }

  @PostMapping(path = ONE + "/cancellation", consumes = "application/json")
  @Operation(summary = "Calls it off with all shifts that have not begun; people are told why")
  @Needs(KeyScope.OPPORTUNITIES_WRITE)
  ResponseEntity<OpportunityJson> cancel(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody EndingInput ending) {
    Opportunity it = own(caller, id);
    String reason = reason(ending);
    if (it.state() == State.DRAFT) throw new ApiRefusal(ProblemType.REFUSED).because("draft");
    publishing.cancel(it.id(), reason, caller.maker());
    return tagged(own(caller, id));
  }

  static String reason(EndingInput ending) {
    String typed = ending.reason() == null ? "" : ending.reason();
    Problems problems = EndReason.problems(typed);
    if (problems.any()) throw ApiRefusal.of(problems);
    return Typed.line(typed);
  }

  private ResponseEntity<OpportunityJson> tagged(Opportunity it) {
    OpportunityJson shown = OpportunityJson.of(it);
    return ResponseEntity.ok().eTag(tags.of(shown)).body(shown);
  }

  private Opportunity own(Caller caller, long id) {
    return opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(caller.organization()))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of organisation " + caller.organization()));
  }

  private static @Nullable State state(@Nullable String code) {
    if (code == null) return null;
    if (!code.matches("draft|published|closed|cancelled|withheld")) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.state");
    return State.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
