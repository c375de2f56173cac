package dz.linatatawwa.releases.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.releases.CodeNames;
import dz.linatatawwa.releases.Difference;
import dz.linatatawwa.releases.Drafting;
import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.Made;
import dz.linatatawwa.releases.Quarter;
import dz.linatatawwa.releases.Term;
import dz.linatatawwa.releases.Releases;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Territories;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators and supervisors of the nation look at drafts, publish, and withdraw. For everybody else there is no such page. */
@Controller
@RequestMapping("/administration/releases")
class ReleaseDesk {

  private static final String DESK = "/administration/releases";
  private static final String ONE = "/" + DataPages.TERM + "/{number:[1-9]\\d{0,3}}";
  private static final int CHANGES = 200;

  private final Releases releases;
  private final Drafting drafting;
  private final Territories territories;
  private final CodeNames names;
  private final PageMaker pages;
  private final Clock clock;

  ReleaseDesk(Releases releases, Drafting drafting, Territories territories, CodeNames names, PageMaker pages, Clock clock) {
    this.releases = releases;
    this.drafting = drafting;
    this.territories = territories;
    this.names = names;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView desk(SignedIn me, @RequestParam(defaultValue = "1") int page) {
    allow(me);
    if (page < 1) throw new NotFound("page " + page);
    return desk(page, Quarter.at(LocalDate.ofInstant(clock.instant(), Words.ZONE)).before().name(), Problems.none());
  }

  @PostMapping("/drafts")
  ModelAndView make(SignedIn me, @RequestParam(defaultValue = "") String term) {
    allow(me);
    Problems problems = Problems.none();
    Optional<Term> wanted = Term.of(Typed.line(term));
    if (wanted.isEmpty()) problems.add("term", "releases.problem.term");
    else if (!LocalDate.ofInstant(clock.instant(), Words.ZONE).isAfter(wanted.get().last())) problems.add("term", "releases.problem.not-over");
    if (problems.any()) return desk(1, term, problems);
    drafting.begin(wanted.orElseThrow(), me.id());
    return View.seeOther(DESK, View.saying("releases.desk.begun"));
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable String term, @PathVariable int number, HttpServletRequest request) {
    allow(me);
    return show(find(term, number), "", "", Problems.none(), request);
  }

  @PostMapping(ONE + "/publication")
  ModelAndView publish(SignedIn me, @PathVariable String term, @PathVariable int number, @RequestParam(defaultValue = "") String note, HttpServletRequest request) {
    allow(me);
    Edition draft = find(term, number);
    Problems problems = Problems.none();
    if (Typed.deceives(note)) problems.add("note", "site.problem.characters");
    else if (releases.publish(draft, note, me.id()) instanceof Made.Refused(Made.Why why)) problems.add("note", "releases.problem." + why.code());
    if (problems.any()) return show(draft, note, "", problems, request);
    return View.seeOther(DESK, View.saying("releases.desk.published", draft.fileName()));
  }

  @PostMapping(ONE + "/removal")
  ModelAndView discard(SignedIn me, @PathVariable String term, @PathVariable int number) {
    allow(me);
    releases.discard(find(term, number), me.id());
    return View.seeOther(DESK, View.saying("releases.desk.discarded"));
  }

  @PostMapping(ONE + "/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable String term, @PathVariable int number, @RequestParam(defaultValue = "") String why, HttpServletRequest request) {
    allow(me);
    Edition edition = find(term, number);
    Problems problems = Problems.none();
    if (Typed.deceives(why)) problems.add("why", "site.problem.characters");
    else if (!releases.withdraw(edition, why, me.id())) problems.add("why", "releases.problem.why");
    if (problems.any()) return show(edition, "", why, problems, request);
    return View.seeOther(DESK, View.saying("releases.desk.withdrawn", edition.fileName()));
  }

  private ModelAndView desk(int page, String term, Problems problems) {
    Object[] parameters = {"drafts", releases.drafts(), "all", releases.open(page), "running", drafting.running().orElse(null), "failed", drafting.failed().orElse(null),
        "term", term, "problems", problems};
    return problems.any() ? View.unprocessable("releases/desk", parameters) : View.of("releases/desk", parameters);
  }

  private ModelAndView show(Edition edition, String note, String why, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<TableView> tables = releases.tables(edition).stream().map(table -> DataPages.view(edition, table, names, words)).toList();
    List<Difference> changes = edition.isOpen() ? List.of() : releases.changes(edition);
    Object[] parameters = {"edition", edition, "tables", tables, "changes", changes.stream().limit(CHANGES).toList(), "more", Math.max(0, changes.size() - CHANGES),
        "note", note, "why", why, "problems", problems};
    return problems.any() ? View.unprocessable("releases/draft", parameters) : View.of("releases/draft", parameters);
  }

  private Edition find(String term, int number) {
    return Term.of(term).flatMap(of -> releases.find(of, number)).orElseThrow(() -> new NotFound(term + " edition " + number));
  }

  private void allow(SignedIn me) {
    if (!me.administrator() && !territories.of(me.id()).nation()) throw new NotFound("releases are not for " + me.id());
  }
}
