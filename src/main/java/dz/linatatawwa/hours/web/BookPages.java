package dz.linatatawwa.hours.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hours.BookFilter;
import dz.linatatawwa.hours.BookLine;
import dz.linatatawwa.hours.BookSection;
import dz.linatatawwa.hours.ClaimState;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.hours.LineNotes;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's book of hours: to read, to print, to take away as a table. */
@Controller
class BookPages {

  private final HourLedger ledger;
  private final Accounts accounts;
  private final PageMaker pages;
  private final ObjectProvider<BookSection> sections;
  private final ObjectProvider<LineNotes> notes;
  private final Clock clock;

  BookPages(HourLedger ledger, Accounts accounts, PageMaker pages, ObjectProvider<BookSection> sections,
      ObjectProvider<LineNotes> notes, Clock clock) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.pages = pages;
    this.sections = sections;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/hours")
  ModelAndView book(SignedIn me, @RequestParam(required = false) @Nullable String year, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String source, @RequestParam(required = false) @Nullable String page, HttpServletRequest request) {
    BookFilter filter = filter(year, state, source);
    Slice<BookLine> lines = ledger.book(me.id(), filter, Numbers.page(page));
    HourTotals totals = ledger.totals(me.id());
    Page frame = pages.page(request);
    return View.of("hours/book", "lines", lines, "names", names(lines.rows()), "totals", totals, "filter", filter, "years", ledger.years(me.id()), "beside", ledger.beside(me.id()),
        "notes", Notes.of(notes, me.id(), lines.rows(), frame), "sections", sections.stream().flatMap(section -> section.section(me.id(), totals, frame).stream()).toList(), "now", clock.instant());
  }

  @GetMapping("/hours/print")
  ModelAndView print(SignedIn me, @RequestParam(required = false) @Nullable String year, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String source) {
    List<BookLine> lines = ledger.wholeBook(me.id(), filter(year, state, source));
    return View.of("hours/print", "lines", lines, "names", names(lines), "totals", ledger.totals(me.id()), "who", me.name(), "now", clock.instant());
  }

  @GetMapping("/hours/book.csv")
  ResponseEntity<byte[]> csv(SignedIn me, @RequestParam(required = false) @Nullable String year, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String source, HttpServletRequest request) {
    List<BookLine> lines = ledger.wholeBook(me.id(), filter(year, state, source));
    String table = BookCsv.write(lines, names(lines), pages.page(request).words());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("hours.csv").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(table.getBytes(StandardCharsets.UTF_8));
  }

  private Map<AccountId, String> names(List<BookLine> lines) {
    return accounts.names(lines.stream().flatMap(line -> Stream.of(line.by(), line.seconded())).filter(Objects::nonNull).distinct().toList());
  }

  /** What is not a year or a state is as if it were not there. */
  static BookFilter filter(@Nullable String year, @Nullable String state, @Nullable String source) {
    Integer number = year != null && year.matches("20\\d\\d") ? Integer.valueOf(year) : null;
    return new BookFilter(number, state == null ? null : ClaimState.of(state).orElse(null), "declared".equals(source));
  }
}
