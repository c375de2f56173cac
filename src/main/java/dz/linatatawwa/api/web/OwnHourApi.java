package dz.linatatawwa.api.web;

import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.hours.LedgerLine;
import dz.linatatawwa.hours.LedgerLines;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the ledger says of an organisation's own work, by its key. */
@RestController
@RequestMapping(path = "/api/v1/own", produces = "application/json")
@Tag(name = "Own hours", description = "Confirmed hours and figures of the organisation whose key is shown")
class OwnHourApi {

  private final LedgerLines ledger;
  private final Figures figures;
  private final Clock clock;

  OwnHourApi(LedgerLines ledger, Figures figures, Clock clock) {
    this.ledger = ledger;
    this.figures = figures;
    this.clock = clock;
  }

  /** A line of the ledger; it never changes: what was wrong is taken back by another line.
   *  @param reverses the line that this one takes back, with minutes below nothing */
  record HourJson(long id, @Nullable Long reverses, long volunteer, @Nullable Long shift, @Nullable Long opportunity, LocalDate day, int minutes,
      @Schema(allowableValues = {"A", "B", "C", "D", "E"}) String grade, Instant writtenAt) {

    static HourJson of(LedgerLine line) {
      return new HourJson(line.id(), line.reverses(), line.volunteerId(), line.shiftId(), line.opportunityId(), line.day(), line.minutes(), line.grade(), line.writtenAt());
    }
  }

  /** What was given with us.
   *  @param persons with an hour or more */
  record FiguresJson(LocalDate from, LocalDate to, Instant asOf, long persons, long minutes, List<MonthJson> months) {}

  /** One month, as 2026-11. */
  record MonthJson(@Schema(pattern = "^[0-9]{4}-[0-9]{2}$") String month, long persons, long minutes) {}

  @GetMapping("/hours")
  @Operation(summary = "Lines of the ledger in the order in which they were written; whoever keeps the last number and goes on from it misses none")
  @Needs(KeyScope.HOURS_READ)
  ResponseEntity<Part<HourJson>> listHours(@Parameter(hidden = true) Caller caller,
      @Parameter(description = "Of this shift alone", schema = @Schema(type = "integer", format = "int64", minimum = "1")) @RequestParam(required = false) @Nullable Long shift,
      @Parameter(description = "Not before this day") @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    inBounds(from);
    if (shift != null && shift < 1) throw new ApiRefusal(ProblemType.BAD_REQUEST);
    return step.answer(ledger.of(caller.organization(), shift, from, step.from(0), step.asked()), LedgerLine::id, HourJson::of, request);
  }

  @GetMapping("/figures")
  @Operation(summary = "Persons and minutes that count (grades A to C), by month; the last twelve months, unless days are named")
  @Needs(KeyScope.FIGURES_READ)
  FiguresJson showFigures(@Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
    LocalDate last = to == null ? LocalDate.now(clock.withZone(Words.ZONE)) : to;
    inBounds(from);
    inBounds(last);
    LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
    inBounds(first);
    if (last.isBefore(first)) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.days");
    Answer answer = figures.answer(new Question(new Scope.OfOrganization(caller.organization()), Period.days(first, last), Filter.NONE), Set.of(Breakdown.MONTH));
    return new FiguresJson(first, last, answer.asOf(), answer.total().persons(), answer.total().minutes(),
        answer.by(Breakdown.MONTH).stream().map(part -> new MonthJson(part.key(), part.totals().persons(), part.totals().minutes())).toList());
  }

  private static void inBounds(@Nullable LocalDate day) {
    if (day != null && (day.isBefore(Period.FIRST) || day.isAfter(Period.LAST))) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.days");
  }
}
