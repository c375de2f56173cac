package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.participation.Answer;
import dz.linatatawwa.participation.Applicant;
import dz.linatatawwa.participation.ApplicantFilter;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.DeclineReason;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Volunteers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The applications that an organisation has got, by its key: read and answered. */
@RestController
@RequestMapping(path = "/api/v1/own/applications", produces = "application/json")
@Tag(name = "Own applications", description = "Applications to the organisation whose key is shown")
class OwnApplicationApi {

  private static final String ONE = "/{id:[1-9][0-9]{0,17}}";
  private static final int LONGEST = 500;

  private final Applicants applicants;
  private final Participation participation;
  private final Volunteers volunteers;
  private final AccessLog log;

  OwnApplicationApi(Applicants applicants, Participation participation, Volunteers volunteers, AccessLog log) {
    this.applicants = applicants;
    this.participation = participation;
    this.volunteers = volunteers;
    this.log = log;
  }

  /** An application. Of a minor only the number is told, unless the key may read minors; nobody's phone or address is.
   *  @param came   how often this person has come to a shift, anywhere
   *  @param missed how often a seat was kept and the person stayed away */
  record ApplicationJson(long id, @Schema(allowableValues = {"pending", "accepted", "waiting", "offered", "declined", "withdrawn", "lapsed", "cancelled"}) String state,
      long opportunity, long shift, Instant startsAt, Instant appliedAt, @Nullable Instant answerDue, long volunteer, boolean minor, @Nullable String name,
      @Nullable Integer age, @Nullable String audience, @Nullable String wilaya, @Nullable String note, int came, int missed) {}

  /** What became of an application.
   *  @param position on the waiting list; null: not on it */
  record AnsweredJson(long id, @Schema(allowableValues = {"accepted", "waiting", "declined"}) String state, @Nullable Integer position) {}

  /** Why an application is declined.
   *  @param words to the volunteer */
  record DeclineInput(
      @Schema(allowableValues = {"full", "skills", "age", "distance", "changed", "unreachable", "absent-before", "other"}, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason,
      @Schema(maxLength = LONGEST) @Nullable String words) {}

  @GetMapping
  @Operation(summary = "Applications in order of arrival; those that wait for an answer, unless another state is asked for")
  @Needs(KeyScope.APPLICATIONS_READ)
  ResponseEntity<Part<ApplicationJson>> listApplications(@Parameter(hidden = true) Caller caller,
      @Parameter(in = ParameterIn.QUERY, schema = @Schema(type = "string", allowableValues = {"pending", "accepted", "waiting", "offered", "declined", "all"}, defaultValue = "pending"))
      @RequestParam(required = false) @Nullable String state, @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "1"))
      @RequestParam(required = false) @Nullable Long shift, @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    if (shift != null && shift < 1) throw new ApiRefusal(ProblemType.BAD_REQUEST);
    if (state != null && !state.matches("pending|accepted|waiting|offered|declined|all")) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.state");
    List<Applicant> found = applicants.after(caller.organization(), new ApplicantFilter(state, null, shift, null), step.from(0), step.asked());
    Set<AccountId> minors = volunteers.minors(found.stream().map(row -> new AccountId(row.volunteerId())).toList());
    boolean named = caller.may(KeyScope.MINORS_READ);
    if (named) log.noteMinors(caller.maker(), minors, "applications", caller.organization().toString(), request);
    return step.answer(found, Applicant::id, row -> shown(row, minors.contains(new AccountId(row.volunteerId())), named), request);
  }

  @PostMapping(ONE + "/acceptance")
  @Operation(summary = "Says yes: a seat, or the waiting list where none is left")
  @Needs(KeyScope.APPLICATIONS_DECIDE)
  AnsweredJson accept(@Parameter(hidden = true) Caller caller, @PathVariable long id) {
    return answered(own(caller, id), participation.accept(caller.maker(), new ApplicationId(id)));
  }

  @PostMapping(path = ONE + "/decline", consumes = "application/json")
  @Operation(summary = "Says no, with a reason; the volunteer is told")
  @Needs(KeyScope.APPLICATIONS_DECIDE)
  AnsweredJson decline(@Parameter(hidden = true) Caller caller, @PathVariable long id, @RequestBody DeclineInput input) {
    ApplicationId application = own(caller, id);
    Problems problems = Problems.none();
    DeclineReason reason = input.reason() == null ? null : DeclineReason.of(input.reason()).orElse(null);
    if (reason == null) problems.add("reason", "site.problem.choice");
    String words = Typed.line(input.words());
    if (Typed.deceives(input.words())) problems.add("words", "site.problem.characters");
    else if (input.words() != null && input.words().length() > LONGEST) problems.add("words", "site.problem.tooLong", LONGEST);
    if (problems.any() || reason == null) throw ApiRefusal.of(problems);
    return answered(application, participation.decline(caller.maker(), application, reason, words));
  }

  private static AnsweredJson answered(ApplicationId id, Answer answer) {
    return switch (answer) {
      case Answer.Accepted accepted -> new AnsweredJson(id.value(), "accepted", null);
      case Answer.Queued(int position) -> new AnsweredJson(id.value(), "waiting", position);
      case Answer.Declined declined -> new AnsweredJson(id.value(), "declined", null);
      case Answer.Unchanged(String state) -> throw new ApiRefusal(ProblemType.REFUSED).because(state);
      case Answer.Refused(Answer.Why why) -> throw new ApiRefusal(ProblemType.REFUSED).because(why.code());
    };
  }

  private ApplicationId own(Caller caller, long id) {
    return applicants.own(caller.organization(), List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("application " + id + " to " + caller.organization()));
  }

  private static ApplicationJson shown(Applicant row, boolean minor, boolean named) {
    boolean told = !minor || named;
    return new ApplicationJson(row.id(), row.state(), row.opportunityId(), row.shiftId(), row.startsAt(), row.appliedAt(), row.answerDue(), row.volunteerId(), minor,
        told ? row.name() : null, told ? row.age() : null, told ? row.audience() : null, told ? row.wilayaCode() : null, told ? row.note() : null, row.came(), row.missed());
  }
}
