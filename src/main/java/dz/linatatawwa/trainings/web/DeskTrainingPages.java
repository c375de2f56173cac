package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.eligibility.RuleForm;
import dz.linatatawwa.eligibility.RuleForms;
import dz.linatatawwa.eligibility.RuleSection;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.trainings.HostDesk;
import dz.linatatawwa.trainings.HostDesks;
import dz.linatatawwa.trainings.SessionForm;
import dz.linatatawwa.trainings.Training;
import dz.linatatawwa.trainings.TrainingForm;
import dz.linatatawwa.trainings.TrainingId;
import dz.linatatawwa.trainings.TrainingState;
import dz.linatatawwa.trainings.TrainingWriting;
import dz.linatatawwa.trainings.Trainings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The trainings of an organisation or of a partner: listed, written, opened, ended. */
@Controller
@RequestMapping("/{kind:organizations|partners}/{host:[1-9][0-9]{0,17}}/desk/trainings")
class DeskTrainingPages {

  private final HostDesks desks;
  private final Trainings trainings;
  private final TrainingWriting writing;
  private final RuleForms rules;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final Clock clock;

  DeskTrainingPages(HostDesks desks, Trainings trainings, TrainingWriting writing, RuleForms rules, Taxonomy taxonomy, PageMaker pages, Clock clock) {
    this.desks = desks;
    this.trainings = trainings;
    this.writing = writing;
    this.rules = rules;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable String kind, @PathVariable long host, @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "1") String page) {
    HostDesk desk = desks.lead(me.id(), Addresses.host(kind, host));
    TrainingState shown = TrainingState.of(state).orElse(TrainingState.OPEN);
    return View.of("trainings/desklist", "desk", desk, "shown", shown, "counts", trainings.counts(desk.host()),
        "lines", trainings.of(desk.host(), shown, Addresses.page(page)));
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, @PathVariable String kind, @PathVariable long host, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    return View.of("trainings/desknew", "desk", desk, "form", TrainingForm.empty(), "rule", rules.of(Rule.EVERYBODY, RuleSection.ALL, request), "fields", fields(page),
        "problems", Problems.none());
  }

  @PostMapping
  ModelAndView draft(SignedIn me, @PathVariable String kind, @PathVariable long host, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    TrainingForm form = TrainingForm.read(sent);
    Problems problems = Problems.none();
    RuleForm typed = rules.typed(RuleSection.ALL, request);
    Rule rule = rules.read(typed, problems).orElse(Rule.EVERYBODY);
    Optional<TrainingId> made = writing.draft(desk.host(), form, rule, problems, me.id());
    return made.map(id -> View.seeOther(desk.of(id) + "#sessions", View.saying("trainings.said.drafted")))
        .orElseGet(() -> View.unprocessable("trainings/desknew", "desk", desk, "form", form, "rule", typed, "fields", fields(page), "problems", problems));
  }

  @GetMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView edit(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.lead(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    return page(desk, it, TrainingForm.of(it), kept(it, request), SessionForm.empty(), Problems.none(), page);
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView save(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id,
      @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    TrainingForm form = TrainingForm.read(sent);
    Problems problems = Problems.none();
    RuleForm typed = rules.typed(RuleSection.ALL, request);
    writing.save(it, form, rules.read(typed, problems).orElse(it.rule()), problems, me.id());
    return problems.any() ? page(desk, it, form, typed, SessionForm.empty(), problems, page) : View.seeOther(desk.of(it.id()), View.saying("trainings.said.saved"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/sessions")
  ModelAndView add(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id,
      @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    SessionForm form = SessionForm.read(sent);
    Problems problems = Problems.none();
    return writing.add(it, form, problems, me.id())
        .map(made -> View.seeOther(desk.of(it.id()) + "#sessions", View.saying("trainings.said.sessionAdded")))
        .orElseGet(() -> page(desk, it, TrainingForm.of(it), kept(it, request), form, problems, page));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/opening")
  ModelAndView open(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    return writing.open(it, me.id())
        .map(key -> page(desk, it, TrainingForm.of(it), kept(it, request), SessionForm.empty(), Problems.none().add("opening", key), page))
        .orElseGet(() -> View.seeOther(desk.of(it.id()), View.saying("trainings.said.opened")));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/closure")
  ModelAndView close(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id) {
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    writing.close(it, me.id());
    return View.seeOther(desk.of(it.id()), View.sayingWithUndo(desk.of(it.id()) + "/opening", "trainings.said.closed"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/cancellation")
  ModelAndView cancel(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    Problems problems = reason(reason);
    if (problems.any()) return page(desk, it, TrainingForm.of(it), kept(it, request), SessionForm.empty(), problems, page);
    writing.cancel(it, Typed.line(reason), me.id());
    return View.seeOther(desk.of(it.id()), View.saying("trainings.said.cancelled"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/removal")
  ModelAndView discard(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long id) {
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(id));
    return writing.discard(it) ? View.seeOther(desk.address("?state=draft"), View.saying("trainings.said.discarded")) : View.seeOther(desk.of(it.id()));
  }

  /** Why something is done, as it is told to those concerned. */
  static Problems reason(String typed) {
    Problems problems = Problems.none();
    if (Typed.line(typed).length() < 3) problems.add("reason", "trainings.problem.reason");
    else if (Typed.deceives(typed)) problems.add("reason", "site.problem.characters");
    else if (Typed.line(typed).length() > 300) problems.add("reason", "site.problem.tooLong", 300);
    return problems;
  }

  private ModelAndView page(HostDesk desk, Training it, TrainingForm form, RuleForm rule, SessionForm session, Problems problems, Page page) {
    Object[] shown = {"desk", desk, "training", it, "form", form, "rule", rule, "session", session, "sessions", trainings.sessions(it.id()), "fields", fields(page),
        "now", clock.instant(), "problems", problems};
    return problems.any() ? View.unprocessable("trainings/deskedit", shown) : View.of("trainings/deskedit", shown);
  }

  private RuleForm kept(Training it, HttpServletRequest request) {
    return rules.of(it.rule(), RuleSection.ALL, request);
  }

  private List<Option> fields(Page page) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(page.language()))).toList();
  }
}
