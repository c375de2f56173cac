package dz.linatatawwa.screening.web;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.screening.Draft;
import dz.linatatawwa.screening.Screening;
import dz.linatatawwa.screening.ScreeningRule;
import dz.linatatawwa.screening.Touched;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rules of a territory: each is tried on everything that is found today before it is written. */
@Controller
@RequestMapping("/supervision/rules")
class RulePages {

  private static final String ONE = "/{id:[1-9][0-9]{0,17}}";

  private final Screening screening;
  private final Accounts accounts;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final Clock clock;

  RulePages(Screening screening, Accounts accounts, Places places, Taxonomy taxonomy, PageMaker pages, Clock clock) {
    this.screening = screening;
    this.accounts = accounts;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    boolean over = show.equals("over");
    Words words = pages.page(request).words();
    return View.of("screening/list", "slice", screening.rules(me, over, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1), "over", over, "rows",
        new RuleWording(words, places, taxonomy));
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, HttpServletRequest request) {
    screening.rules(me, false, 1);
    return form(me, null, RuleForm.empty(today().plusYears(1)), null, Problems.none(), request);
  }

  /** @param todo {@code preview}: shows what it would touch, and writes nothing */
  @PostMapping
  ModelAndView write(SignedIn me, @RequestParam(name = "do", defaultValue = "preview") String todo, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    screening.rules(me, false, 1);
    RuleForm form = new RuleForm(typed);
    Problems problems = Problems.none();
    Optional<Draft> draft = form.read(problems, places, taxonomy, today());
    if (draft.isPresent() && !screening.may(me, draft.get().wilaya())) problems.add("place", "screening.problem.place");
    if (problems.any() || draft.isEmpty()) return form(me, null, form, null, problems, request);
    if (!todo.equals("write")) return form(me, null, form, screening.preview(draft.get().wilaya(), draft.get().conditions()), problems, request);
    long id = screening.write(me, draft.get());
    if (id == 0) return form(me, null, form, null, problems.add("title", "screening.problem.many", Screening.MOST), request);
    return View.seeOther("/supervision/rules/" + id, View.saying("screening.said.written"));
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    ScreeningRule rule = screening.look(me, id);
    List<ScreeningRule> versions = screening.versions(rule);
    return View.of("screening/show", "rule", rule, "versions", versions, "held", screening.heldBy(rule), "living", rule.holdsOn(today()),
        "may", screening.may(me, rule.wilaya()), "touched", screening.preview(rule.wilaya(), rule.conditions()), "wording",
        new RuleWording(pages.page(request).words(), places, taxonomy), "names", accounts.names(versions.stream().map(ScreeningRule::writtenBy).distinct().toList()));
  }

  @GetMapping(ONE + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    ScreeningRule rule = own(me, id);
    return form(me, rule, RuleForm.of(rule), null, Problems.none(), request);
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable long id, @RequestParam(name = "do", defaultValue = "preview") String todo, @RequestParam Map<String, String> typed,
      HttpServletRequest request) {
    ScreeningRule rule = own(me, id);
    RuleForm form = new RuleForm(withPlace(typed, rule));
    Problems problems = Problems.none();
    Optional<Draft> draft = form.read(problems, places, taxonomy, today());
    if (problems.any() || draft.isEmpty()) return form(me, rule, form, null, problems, request);
    if (!todo.equals("write")) return form(me, rule, form, screening.preview(rule.wilaya(), draft.get().conditions()), problems, request);
    boolean done = screening.change(me, id, draft.get());
    return View.seeOther("/supervision/rules/" + id, View.saying(done ? "screening.said.written" : "screening.said.over"));
  }

  @PostMapping(ONE + "/ending")
  ModelAndView end(SignedIn me, @PathVariable long id) {
    own(me, id);
    boolean done = screening.end(me, id);
    return View.seeOther("/supervision/rules/" + id, View.saying(done ? "screening.said.ended" : "screening.said.over"));
  }

  /** Where a rule holds never changes. */
  private static Map<String, String> withPlace(Map<String, String> typed, ScreeningRule rule) {
    Map<String, String> whole = new java.util.HashMap<>(typed);
    whole.put("place", rule.wilaya() == null ? "nation" : rule.wilaya().value());
    return whole;
  }

  private ScreeningRule own(SignedIn me, long id) {
    ScreeningRule rule = screening.look(me, id);
    if (!screening.may(me, rule.wilaya())) throw new NotFound("rule " + id + " is not " + me.id() + "'s to change");
    return rule;
  }

  private ModelAndView form(SignedIn me, @Nullable ScreeningRule rule, RuleForm form, @Nullable Touched touched, Problems problems, HttpServletRequest request) {
    Page page = pages.page(request);
    List<Option> fields = taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(page.language()))).toList();
    Object[] parameters = {"rule", rule, "form", form, "touched", touched, "where", where(me, page), "fields", fields, "problems", problems};
    return problems.any() ? View.unprocessable("screening/form", parameters) : View.of("screening/form", parameters);
  }

  private List<Option> where(SignedIn me, Page page) {
    Stream<Option> nation = screening.may(me, null) ? Stream.of(Option.of("nation", page.text("supervision.nation"))) : Stream.of();
    return Stream.concat(nation, places.wilayas().stream().filter(one -> screening.may(me, one.code()))
        .map(one -> Option.of(one.code().value(), one.code() + " " + one.name().in(page.language())))).toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
