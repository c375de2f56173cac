package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Assigned;
import dz.linatatawwa.supervision.Assignments;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.History;
import dz.linatatawwa.supervision.HistoryRow;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterId;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One matter: its facts, its history, and the decision. */
@Controller
@RequestMapping("/supervision/{id:[1-9][0-9]{0,17}}")
class CasePages {

  private static final int LONGEST = 1000;

  private final Matters matters;
  private final Assignments assignments;
  private final Accounts accounts;
  private final AccessLog log;
  private final History history;
  private final Places places;
  private final PageMaker pages;
  private final Clock clock;

  CasePages(Matters matters, Assignments assignments, Accounts accounts, AccessLog log, History history, Places places, PageMaker pages, Clock clock) {
    this.matters = matters;
    this.assignments = assignments;
    this.accounts = accounts;
    this.log = log;
    this.history = history;
    this.places = places;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(@PathVariable long id, SignedIn me, HttpServletRequest request) {
    Matter matter = matters.look(me.id(), new MatterId(id));
    String own = matters.view(matter).page(matter);
    return own == null ? show(matter, me, new DecisionForm("", "", ""), Problems.none(), request) : View.seeOther(own);
  }

  @PostMapping("/claim")
  ModelAndView claim(@PathVariable long id, SignedIn me) {
    assignments.take(me.id(), new MatterId(id));
    return View.seeOther("/supervision/" + id, View.saying("supervision.case.claimDone"));
  }

  @PostMapping("/release")
  ModelAndView release(@PathVariable long id, SignedIn me) {
    assignments.putBack(me.id(), new MatterId(id));
    return View.seeOther("/supervision/" + id, View.saying("supervision.case.releaseDone"));
  }

  @PostMapping("/assignment")
  ModelAndView assign(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    Matter matter = matters.look(me.id(), new MatterId(id));
    if (!to.matches("[1-9][0-9]{0,17}")) return show(matter, me, new DecisionForm("", "", ""), Problems.none().add("to", "site.problem.choice"), request);
    return switch (assignments.assign(me.id(), matter.id(), new AccountId(Long.parseLong(to)))) {
      case Assigned.Done(AccountId hand, boolean standIn) ->
          View.seeOther("/supervision/" + id, View.saying(standIn ? "supervision.case.assignedStandIn" : "supervision.case.assigned", name(hand)));
      case Assigned.Already(Matter decided) -> tooLate(show(decided, me, new DecisionForm("", "", ""), Problems.none(), request));
      case Assigned.Refused(String key) -> show(matter, me, new DecisionForm("", "", ""), Problems.none().add("to", key), request);
    };
  }

  @PostMapping("/decision")
  ModelAndView decide(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reasonCode, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    Matter matter = matters.look(me.id(), new MatterId(id));
    String own = matters.view(matter).page(matter);
    if (own != null) return View.seeOther(own);
    DecisionForm form = new DecisionForm(decision, reasonCode, reason);
    Problems problems = Problems.none();
    if (Typed.deceives(reason)) problems.add("reason", "site.problem.characters");
    String words = Typed.text(reason);
    if (words.length() > LONGEST) problems.add("reason", "site.problem.tooLong", LONGEST);
    if (problems.any()) return show(matter, me, form, problems, request);
    Decision wanted = new Decision(decision, reasonCode.isEmpty() ? null : reasonCode, words.isEmpty() ? null : words);
    return switch (matters.decide(me.id(), matter.id(), wanted)) {
      case Decided.Done done -> View.seeOther("/supervision", View.saying("supervision.case.done", matter.summary()));
      case Decided.Already(Matter decided) -> tooLate(show(decided, me, form, Problems.none(), request));
      case Decided.Partial partial -> show(matter, me, form, problems.add("decision", "supervision.problem.partial"), request);
      case Decided.Unfit(String field, String key) -> show(matter, me, form, problems.add(field, key), request);
    };
  }

  private static ModelAndView tooLate(ModelAndView page) {
    page.setStatus(HttpStatus.CONFLICT);
    page.addObject("late", true);
    return page;
  }

  private ModelAndView show(Matter matter, SignedIn me, DecisionForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    MatterView view = matters.view(matter);
    AccountId person = view.person(matter);
    if (person != null) log.pass(me.id(), person, "matter", Long.toString(matter.id().value()));
    matters.opened(me.id(), matter);
    MatterCase shown = view.show(matter, words);
    WilayaCode wilaya = matter.wilaya();
    AccountId claimed = matter.claimedBy();
    Object[] parameters = {"id", matter.id().value(), "kind", words.text(view.nameKey()), "shown", shown, "form", form, "problems", problems,
        "place", wilaya == null ? words.text("supervision.nation") : places.name(wilaya, words.language()),
        "clock", Clocks.text(matter, clock.instant(), words), "overdue", matter.overdue(clock.instant()), "open", matter.open(),
        "partial", view.concerns(matter, me.id()), "mine", me.id().equals(claimed), "claimant", claimed == null ? "" : name(claimed), "keptFor", matter.keptFor() == null || !matter.open() ? "" : name(matter.keptFor()),
        "colleagues", matter.open() ? colleagues(matter) : List.of(),
        "verdict", verdict(matter, shown, words), "verdictWords", matter.verdict() == null || matter.verdict().reason() == null ? "" : matter.verdict().reason(),
        "reasons", reasons(shown), "history", history(matter, view, words), "late", false, "file", person == null ? 0L : person.value()};
    return problems.any() ? View.unprocessable("supervision/case", parameters) : View.of("supervision/case", parameters);
  }

  /** Into whose hands it can be put: at most fifty, those nearest to it. */
  private List<Option> colleagues(Matter matter) {
    List<AccountId> people = assignments.candidates(matter).stream().filter(person -> !person.equals(matter.claimedBy())).limit(50).toList();
    Map<AccountId, String> names = accounts.names(people);
    return people.stream().map(person -> Option.of(person.toString(), names.getOrDefault(person, ""))).toList();
  }

  private List<HistoryRow> history(Matter matter, MatterView view, Words words) {
    List<HistoryRow> rows = new ArrayList<>(history.of("matter", Long.toString(matter.id().value()), words));
    rows.addAll(history.of(view.objectKind(), Long.toString(matter.subjectId()), words));
    return rows;
  }

  static List<Option> reasons(MatterCase shown) {
    return shown.choices().stream().flatMap(choice -> choice.reasons().stream()
        .map(reason -> new Option(reason.code(), reason.label(), "", choice.label()))).toList();
  }

  private String verdict(Matter matter, MatterCase shown, Words words) {
    Matter.Verdict verdict = matter.verdict();
    if (verdict == null) return "";
    String label = shown.choices().stream().filter(choice -> choice.code().equals(verdict.decision())).map(MatterCase.Choice::label).findFirst()
        .orElse(words.text("supervision.case.withdrawn"));
    return words.text("supervision.case.verdict", label, name(verdict.by()), words.date(verdict.at()), words.time(verdict.at()));
  }

  private String name(AccountId person) {
    return accounts.names(List.of(person)).getOrDefault(person, "");
  }
}
