package dz.linatatawwa.privacy.web;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.privacy.Breaches;
import dz.linatatawwa.privacy.Officers;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of breaches at the officer's desk, with the five days counted down. */
@Controller
@RequestMapping("/administration/privacy/breaches")
class BreachDesk {

  private static final int LONGEST = 4000;

  private final Officers officers;
  private final Breaches breaches;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  BreachDesk(Officers officers, Breaches breaches, Accounts accounts, PageMaker pages, Clock clock) {
    this.officers = officers;
    this.breaches = breaches;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me) {
    officers.pass(me);
    return list(Map.of(), Problems.none());
  }

  @PostMapping
  ModelAndView open(SignedIn me, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String time, @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String measures, @RequestParam(defaultValue = "") String people) {
    officers.pass(me);
    Problems problems = Problems.none();
    Instant noticed = moment(day, time);
    if (noticed == null || noticed.isAfter(clock.instant()) || noticed.isBefore(clock.instant().minus(java.time.Duration.ofDays(3650)))) problems.add("day", "privacy.breach.problem.when");
    Written written = written(what, measures, people, problems);
    if (problems.any() || noticed == null) return list(Map.of("day", day, "time", time, "what", what, "measures", measures, "people", people), problems);
    long id = breaches.open(me.id(), noticed, written.what(), written.measures(), written.people());
    return View.seeOther("/administration/privacy/breaches/" + id, View.saying("privacy.breach.saved"));
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long id) {
    officers.pass(me);
    return one(id, Map.of(), Problems.none());
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/lines")
  ModelAndView add(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String deed, @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String measures, @RequestParam(defaultValue = "") String people) {
    officers.pass(me);
    found(id);
    Problems problems = Problems.none();
    if (!Breaches.DEEDS.contains(deed)) problems.add("deed", "site.problem.choice");
    Written written = written(what, measures, people, problems);
    if (problems.any()) return one(id, Map.of("deed", deed, "what", what, "measures", measures, "people", people), problems);
    boolean added = breaches.add(me.id(), id, deed, written.what(), written.measures(), written.people());
    return View.seeOther("/administration/privacy/breaches/" + id, View.saying(added ? "privacy.breach.saved" : "privacy.breach.over"));
  }

  @GetMapping("/breaches.csv")
  ResponseEntity<byte[]> csv(SignedIn me, HttpServletRequest request) {
    officers.pass(me);
    Words words = pages.page(request).words();
    StringBuilder file = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(Stream.of("column.number", "column.found_at", "breach.deed", "desk.when", "breach.what", "breach.measures", "breach.people")
        .map(key -> words.text("privacy." + key)).toList()));
    for (Breaches.Breach breach : breaches.all()) {
      for (Breaches.Line line : breach.lines()) {
        file.append(SafeCsv.line(List.of(Long.toString(breach.id()), breach.noticedAt().toString(), words.text("privacy.breach.deed." + line.deed()), line.writtenAt().toString(),
            line.what(), Objects.requireNonNullElse(line.measures(), ""), line.people() == null ? "" : line.people().toString())));
      }
    }
    return Sent.csv(file.toString(), "breaches.csv");
  }

  /** One breach on paper, as the authority is told. */
  @GetMapping("/{id:[1-9]\\d{0,17}}.pdf")
  ResponseEntity<byte[]> pdf(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    officers.pass(me);
    Words words = pages.page(request).words();
    Breaches.Breach breach = found(id);
    String title = words.text("privacy.breach.title", id);
    Flow flow = Paper.of(words.language(), title, clock.instant()).flow().running(title).title(title)
        .paragraph(words.text("privacy.breach.noticed", words.date(breach.noticedAt()), words.time(breach.noticedAt())));
    for (Breaches.Line line : breach.lines()) {
      flow.heading(words.text("privacy.breach.deed." + line.deed())).fact(words.text("privacy.desk.when"), words.date(line.writtenAt()) + " " + words.time(line.writtenAt())).paragraph(line.what());
      if (line.measures() != null) flow.fact(words.text("privacy.breach.measures"), line.measures());
      if (line.people() != null) flow.fact(words.text("privacy.breach.people"), words.number(line.people()));
    }
    return Sent.pdf(flow.bytes(title, (page, of) -> words.text("privacy.data.paper.page", page, of)), "breach-" + id + ".pdf");
  }

  private record Written(String what, @Nullable String measures, @Nullable Integer people) {}

  private static Written written(String what, String measures, String people, Problems problems) {
    String text = Typed.text(what);
    if (Typed.deceives(what)) problems.add("what", "site.problem.characters");
    if (text.length() < 5) problems.add("what", "privacy.breach.problem.what");
    if (text.length() > LONGEST) problems.add("what", "site.problem.tooLong", LONGEST);
    String done = Typed.text(measures);
    if (Typed.deceives(measures)) problems.add("measures", "site.problem.characters");
    if (done.length() > LONGEST) problems.add("measures", "site.problem.tooLong", LONGEST);
    String digits = Digits.latin(people.strip());
    if (!digits.isEmpty() && !digits.matches("\\d{1,8}")) problems.add("people", "privacy.breach.problem.people");
    return new Written(text, done.isEmpty() ? null : done, digits.matches("\\d{1,8}") ? Integer.valueOf(digits) : null);
  }

  private ModelAndView list(Map<String, String> typed, Problems problems) {
    Object[] parameters = {"breaches", breaches.all(), "typed", typed, "problems", problems, "now", clock.instant(), "today", officers.today()};
    return problems.any() ? View.unprocessable("privacy/breaches", parameters) : View.of("privacy/breaches", parameters);
  }

  private ModelAndView one(long id, Map<String, String> typed, Problems problems) {
    Breaches.Breach breach = found(id);
    Object[] parameters = {"breach", breach, "names", accounts.names(breach.lines().stream().map(Breaches.Line::writtenBy).distinct().toList()), "typed", typed,
        "problems", problems, "now", clock.instant()};
    return problems.any() ? View.unprocessable("privacy/breach", parameters) : View.of("privacy/breach", parameters);
  }

  private Breaches.Breach found(long id) {
    return breaches.find(id).orElseThrow(() -> new NotFound("breach " + id));
  }

  private static @Nullable Instant moment(String day, String time) {
    try {
      LocalDate date = LocalDate.parse(day.strip());
      return date.getYear() < 2000 || date.getYear() > 2200 ? null : date.atTime(LocalTime.parse(time.strip())).atZone(Words.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
