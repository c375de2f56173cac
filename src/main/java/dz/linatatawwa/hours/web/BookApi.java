package dz.linatatawwa.hours.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hours.BookLine;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own hours as JSON. */
@Tag(name = "Hours", description = "A person’s own book of hours")
@RestController
class BookApi {

  private final HourLedger ledger;

  BookApi(HourLedger ledger) {
    this.ledger = ledger;
  }

  /** Totals and lines, thirty a page, newest day first. */
  @GetMapping("/api/me/hours")
  @Operation(summary = "My hours: totals and lines, the newest day first")
  Answer hours(SignedIn me, @RequestParam(required = false) @Nullable String year, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String source, @RequestParam(required = false) @Nullable String page) {
    HourTotals totals = ledger.totals(me.id());
    Slice<BookLine> lines = ledger.book(me.id(), BookPages.filter(year, state, source), Numbers.page(page));
    return new Answer(new Totals(totals.counted(), totals.confirmed(), totals.waiting(), totals.byGrade()),
        lines.rows().stream().map(Line::of).toList(), lines.number(), lines.last(), lines.total());
  }

  /** Counted: of the grades that count for badges and figures. */
  record Totals(long countedMinutes, long confirmedMinutes, long waitingMinutes, Map<Grade, Long> confirmedMinutesByGrade) {}

  /** What is answered. */
  record Answer(Totals totals, List<Line> entries, int page, int pages, long total) {}

  /** @param state confirmed, proposed, refused, reversed, or reversal: a line that takes another one back */
  record Line(long claim, @Nullable Long entry, @Nullable Long reverses, LocalDate day, Instant from, Instant to, int minutes, String grade, String state,
      @Nullable Long organizationId, @Nullable String organizationAr, @Nullable String organizationFr, @Nullable Long opportunityId,
      @Nullable String opportunity, Instant at, @Nullable Instant dueAt, @Nullable String reasonCode, @Nullable String reason) {

    static Line of(BookLine line) {
      LocalName name = line.organization();
      return new Line(line.claim().value(), line.entry(), line.reverses(), line.day(), line.from(), line.to(), line.minutes(), line.grade().name(),
          line.kind().code(), line.organizationId(), name == null ? null : name.ar(), name == null ? null : name.fr(), line.opportunityId(),
          line.opportunity(), line.at(), line.kind() == BookLine.Kind.PROPOSED ? line.due() : null, line.reasonCode(), line.reason());
    }
  }
}
