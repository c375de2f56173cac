package dz.linatatawwa.programmes.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.eligibility.RuleForm;
import dz.linatatawwa.eligibility.RuleForms;
import dz.linatatawwa.eligibility.RuleSection;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.programmes.Cohort;
import dz.linatatawwa.programmes.Corrections;
import dz.linatatawwa.programmes.ListInvitations;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.programmes.ProgressFilter;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Programmes on an institution's desk: making one, inviting its people, and what they agreed to show. */
@Controller
@RequestMapping("/partners/{id:[1-9][0-9]{0,17}}/desk/programmes")
class ProgrammeDeskPages {

  private static final String ONE = "/{programme:[1-9][0-9]{0,17}}";
  private static final int LONGEST_LIST = 500_000;

  private final PartnerDesks desks;
  private final Programmes programmes;
  private final Corrections corrections;
  private final ListInvitations invitations;
  private final RuleForms rules;
  private final RuleWords ruleWords;
  private final PageMaker pages;

  ProgrammeDeskPages(PartnerDesks desks, Programmes programmes, Corrections corrections, ListInvitations invitations, RuleForms rules, RuleWords ruleWords,
      PageMaker pages) {
    this.desks = desks;
    this.programmes = programmes;
    this.corrections = corrections;
    this.invitations = invitations;
    this.rules = rules;
    this.ruleWords = ruleWords;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(@PathVariable PartnerId id, SignedIn me) {
    return View.of("programmes/list", "desk", desk(me, id), "rows", programmes.of(id), "covered", programmes.covered(id));
  }

  @GetMapping("/new")
  ModelAndView form(@PathVariable PartnerId id, SignedIn me, HttpServletRequest request) {
    return form(desk(me, id), ProgrammeForm.empty(), rules.of(Rule.EVERYBODY, RuleSection.DEEDS, request), Problems.none());
  }

  @PostMapping
  ModelAndView make(@PathVariable PartnerId id, SignedIn me, @RequestParam(defaultValue = "") String nameAr, @RequestParam(defaultValue = "") String nameFr,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    PartnerDesk desk = desk(me, id);
    ProgrammeForm form = new ProgrammeForm(nameAr, nameFr, from, to);
    RuleForm typed = rules.typed(RuleSection.DEEDS, request);
    Problems problems = Problems.none();
    form.check(problems);
    Optional<Rule> goal = rules.read(typed, problems).filter(rule -> !rule.all().isEmpty());
    if (goal.isEmpty() && !problems.any()) problems.add("rule-hours", "programmes.problem.goal");
    if (problems.any() || goal.isEmpty()) return form(desk, form, typed, problems);
    LocalDate first = Objects.requireNonNull(ProgrammeForm.day(from));
    LocalDate last = Objects.requireNonNull(ProgrammeForm.day(to));
    String latin = ProgrammeForm.line(nameFr);
    Optional<ProgrammeId> made = programmes.make(me.id(), id, ProgrammeForm.line(nameAr), latin.isEmpty() ? null : latin, goal.get(), first, last);
    return made.map(one -> View.seeOther(desk.address("/programmes/" + one), View.saying("programmes.made")))
        .orElseGet(() -> form(desk, form, typed, Problems.none().add("nameAr", "programmes.refusal.closed")));
  }

  @GetMapping(ONE)
  ModelAndView show(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "") String cohort,
      @RequestParam(defaultValue = "") String reached, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page,
      HttpServletRequest request) {
    Programme found = programmes.of(id, programme);
    return show(desk(me, id), found, cohort, reached, q, page, "", Optional.empty(), Problems.none(), request);
  }

  @PostMapping(ONE + "/cohorts")
  ModelAndView cohort(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "") String name,
      HttpServletRequest request) {
    PartnerDesk desk = desk(me, id);
    Programme found = programmes.of(id, programme);
    String line = Typed.line(name);
    if (line.isEmpty() || line.length() > 120 || Typed.deceives(name)) {
      return show(desk, found, "", "", "", "1", "", Optional.empty(), Problems.none().add("name", "site.problem.required"), request);
    }
    programmes.cohort(me.id(), programme, line);
    return View.seeOther(desk.address("/programmes/" + programme) + "#cohorts", View.saying("programmes.cohorts.added"));
  }

  @PostMapping(ONE + "/invitations")
  ModelAndView invite(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "") String list,
      @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) throws IOException {
    PartnerDesk desk = desk(me, id);
    Programme found = programmes.of(id, programme);
    String text = file == null || file.isEmpty() ? list : list + "\n" + new String(file.getBytes(), StandardCharsets.UTF_8);
    Problems problems = Problems.none();
    if (text.isBlank()) problems.add("list", "site.problem.required");
    if (text.length() > LONGEST_LIST || text.lines().count() > ListInvitations.MOST) problems.add("list", "programmes.problem.list", ListInvitations.MOST);
    if (!programmes.covered(id) || found.closedAt() != null) problems.add("list", "programmes.refusal.closed");
    if (problems.any()) return show(desk, found, "", "", "", "1", list, Optional.empty(), problems, request);
    ListInvitations.Read read = invitations.invite(me.id(), found, text, me.language(), ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    if (read.wrongs() == 0) return View.seeOther(desk.address("/programmes/" + programme), View.saying("programmes.invite.done", read.invited(), read.already()));
    return show(desk, found, "", "", "", "1", String.join("\n", read.wrong()), Optional.of(read),
        Problems.none().add("list", "programmes.problem.lines", read.wrongs()), request);
  }

  @PostMapping(ONE + "/closure")
  ModelAndView close(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me) {
    PartnerDesk desk = desk(me, id);
    programmes.of(id, programme);
    programmes.close(me.id(), programme);
    return View.seeOther(desk.address("/programmes/" + programme), View.saying("programmes.closed"));
  }

  private PartnerDesk desk(SignedIn me, PartnerId id) {
    return desks.open(me.id(), id, PartnerRole.MANAGER);
  }

  private ModelAndView form(PartnerDesk desk, ProgrammeForm form, RuleForm rule, Problems problems) {
    Object[] parameters = {"desk", desk, "form", form, "rule", rule, "problems", problems};
    return problems.any() ? View.unprocessable("programmes/form", parameters) : View.of("programmes/form", parameters);
  }

  private ModelAndView show(PartnerDesk desk, Programme programme, String cohort, String reached, String q, String number, String list,
      Optional<ListInvitations.Read> read, Problems problems, HttpServletRequest request) {
    Page page = pages.page(request);
    List<Cohort> cohorts = programmes.cohorts(programme.id());
    ProgressFilter filter = ProgressFilters.of(cohort, reached, q, cohorts);
    boolean covered = programmes.covered(desk.partner().id());
    Object[] parameters = {"desk", desk, "programme", programme, "goal", ruleWords.sentence(programme.goal(), page.words()), "covered", covered,
        "look", covered ? programmes.look(programme, filter, ProgressFilters.page(number)) : null, "filter", filter,
        "cohorts", cohorts.stream().map(one -> Option.of(Long.toString(one.id()), one.name())).toList(), "invited", programmes.invited(programme.id()),
        "corrections", covered ? corrections.of(programme.id()) : List.of(), "transcripts", programmes.transcripts(programme.id()), "list", list,
        "read", read.orElse(null), "problems", problems};
    return problems.any() ? View.unprocessable("programmes/show", parameters) : View.of("programmes/show", parameters);
  }
}
