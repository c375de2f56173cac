package dz.linatatawwa.reports.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.reports.Filed;
import dz.linatatawwa.reports.ReportReason;
import dz.linatatawwa.reports.Reports;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reporting something that everybody sees, with an account or without, and what became of one's own reports. */
@Controller
class ReportPages {

  private final Reports reports;
  private final PageMaker pages;

  ReportPages(Reports reports, PageMaker pages) {
    this.reports = reports;
    this.pages = pages;
  }

  @GetMapping("/reports/new")
  ModelAndView form(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String id, Optional<SignedIn> me, HttpServletRequest request) {
    return show(about(kind, id), me, "", "", Problems.none(), request);
  }

  @PostMapping("/reports")
  ModelAndView file(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String words, Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
    Reported about = about(kind, id);
    Problems problems = Problems.none();
    Optional<ReportReason> why = ReportReason.of(reason);
    if (why.isEmpty()) problems.add("reason", "reports.problem.reason");
    String text = SaidWords.read(words, "words", 0, 1000, problems);
    if (why.filter(ReportReason.OTHER::equals).isPresent() && text.length() < 5) problems.add("words", "reports.problem.words");
    if (problems.any()) return show(about, me, reason, words, problems, request);
    AccountId by = me.map(SignedIn::id).orElse(null);
    return switch (reports.file(by, Origin.of(request), about.thing(), why.orElseThrow(), text)) {
      case Filed.Counted counted -> View.seeOther(back(about), View.saying(me.isPresent() ? "reports.said.counted" : "reports.said.countedStranger"));
      case Filed.Again again -> View.seeOther(back(about), View.saying("reports.said.again"));
      case Filed.Gone gone -> throw new NotFound("nothing to report: " + about.thing());
      case Filed.TooOften(Duration pause) -> later(show(about, me, reason, words, problems.add("reason", "reports.problem.tooOften", minutes(pause)), request), pause, response);
    };
  }

  /** A picture has no page of its own: whoever reported it comes back to the page that shows it. */
  private static String back(Reported about) {
    return about.address();
  }

  private static long minutes(Duration pause) {
    return Math.max(1, pause.plusSeconds(59).toMinutes());
  }

  private static ModelAndView later(ModelAndView page, Duration pause, HttpServletResponse response) {
    response.setHeader("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return page;
  }

  @GetMapping("/reports/mine")
  ModelAndView mine(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    return View.of("reports/mine", "slice", reports.of(me.id(), page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1), "reports", reports);
  }

  private Reported about(String kind, String id) {
    return Thing.read(kind, id).flatMap(reports::about).orElseThrow(() -> new NotFound("nothing to report: " + kind + " " + id));
  }

  private ModelAndView show(Reported about, Optional<SignedIn> me, String reason, String words, Problems problems, HttpServletRequest request) {
    Page page = pages.page(request);
    List<Option> reasons = Stream.of(ReportReason.values())
        .map(one -> Option.of(one.code(), page.text("reports.reason." + one.code()), page.text("reports.reason." + one.code() + ".text"))).toList();
    Object[] parameters = {"about", about, "kind", page.text(reports.nameKey(about.thing())), "reasons", reasons, "reason", reason, "words", words,
        "known", me.isPresent(), "problems", problems};
    return problems.any() ? View.unprocessable("reports/new", parameters) : View.of("reports/new", parameters);
  }
}
