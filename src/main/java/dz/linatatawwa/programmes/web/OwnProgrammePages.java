package dz.linatatawwa.programmes.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.programmes.Cohort;
import dz.linatatawwa.programmes.Corrections;
import dz.linatatawwa.programmes.JoinedProgramme;
import dz.linatatawwa.programmes.Membership;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.ProgrammeMembers;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.programmes.Shown;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A member's own page: what each institution sees of me, joining, showing more or less, leaving in one tap. */
@Controller
class OwnProgrammePages {

  private static final String ONE = "/programmes/{id:[1-9][0-9]{0,17}}";

  private final ProgrammeMembers members;
  private final Programmes programmes;
  private final Corrections corrections;
  private final Partners partners;
  private final Volunteers volunteers;
  private final Eligibility eligibility;
  private final RuleWords rules;
  private final PageMaker pages;

  OwnProgrammePages(ProgrammeMembers members, Programmes programmes, Corrections corrections, Partners partners, Volunteers volunteers, Eligibility eligibility,
      RuleWords rules, PageMaker pages) {
    this.members = members;
    this.programmes = programmes;
    this.corrections = corrections;
    this.partners = partners;
    this.volunteers = volunteers;
    this.eligibility = eligibility;
    this.rules = rules;
    this.pages = pages;
  }

  @GetMapping("/programmes")
  ModelAndView mine(SignedIn me, HttpServletRequest request) {
    return mine(me, "", Problems.none(), request);
  }

  @GetMapping("/programmes/join")
  ModelAndView find(SignedIn me, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    Optional<Programme> found = programmes.byCode(code);
    if (found.isEmpty()) return mine(me, code, Problems.none().add("code", "programmes.problem.code"), request);
    return members.of(me.id(), found.get().id()).isPresent() ? View.seeOther("/programmes") : joining(me, found.get(), "", "", "name", Problems.none(), request);
  }

  @GetMapping(ONE + "/joining")
  ModelAndView invited(@PathVariable ProgrammeId id, SignedIn me, HttpServletRequest request) {
    Programme programme = programmes.find(id).filter(one -> members.isInvited(me.id(), id)).orElseThrow(() -> new NotFound("programme " + id + " for " + me.id()));
    return joining(me, programme, "", "", "name", Problems.none(), request);
  }

  @PostMapping(ONE + "/membership")
  ModelAndView join(@PathVariable ProgrammeId id, SignedIn me, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String cohort,
      @RequestParam(defaultValue = "") String reference, @RequestParam(defaultValue = "") String shown, @RequestParam(defaultValue = "") String agree,
      HttpServletRequest request) {
    Programme programme = programmes.find(id).filter(one -> one.joinCode().equals(code) || members.isInvited(me.id(), id))
        .orElseThrow(() -> new NotFound("programme " + id + " for " + me.id()));
    Problems problems = Problems.none();
    Optional<Shown> seen = shown(shown);
    if (seen.isEmpty()) problems.add("shown", "site.problem.choice");
    if (!agree.equals("true")) problems.add("agree", "programmes.problem.agree");
    String number = Typed.line(reference);
    if (number.length() > 60 || Typed.deceives(reference)) problems.add("reference", "site.problem.tooLong", 60);
    if (problems.any()) return joining(me, programme, cohort, reference, shown, problems, request);
    Long group = programmes.cohorts(id).stream().filter(one -> Long.toString(one.id()).equals(cohort)).map(Cohort::id).findFirst().orElse(null);
    return switch (members.join(me.id(), programme, group, number.isEmpty() ? null : number, seen.get(), links())) {
      case JoinedProgramme.Done done -> View.seeOther("/programmes", View.saying("programmes.joined"));
      case JoinedProgramme.GuardianAsked asked -> View.seeOther("/programmes", View.saying("programmes.guardianAsked"));
      case JoinedProgramme.GuardianNeeded needed -> View.seeOther("/guardian", View.saying("programmes.guardianFirst"));
      case JoinedProgramme.Refused(String key) -> joining(me, programme, cohort, reference, shown, Problems.none().add("agree", key), request);
    };
  }

  @PostMapping(ONE + "/consent")
  ModelAndView show(@PathVariable ProgrammeId id, SignedIn me, @RequestParam(defaultValue = "") String shown) {
    Shown seen = shown(shown).orElseThrow(() -> new NotFound("what is shown: " + shown));
    boolean done = members.show(me.id(), id, seen);
    return View.seeOther("/programmes", View.saying(done ? "programmes.shown.changed" : "programmes.shown.guardian"));
  }

  @PostMapping(ONE + "/leaving")
  ModelAndView leave(@PathVariable ProgrammeId id, SignedIn me) {
    members.leave(me.id(), id);
    return View.seeOther("/programmes", View.saying("programmes.left"));
  }

  @PostMapping(ONE + "/invitation/refusal")
  ModelAndView decline(@PathVariable ProgrammeId id, SignedIn me) {
    members.decline(me.id(), id);
    return View.seeOther("/programmes", View.saying("programmes.declined"));
  }

  private ModelAndView mine(SignedIn me, String code, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<MembershipRow> rows = members.of(me.id()).stream().map(one -> row(one, words)).toList();
    Object[] parameters = {"rows", rows, "invitations", members.invitations(me.id()), "corrections", corrections.of(me.id()),
        "names", rows.stream().collect(Collectors.toMap(row -> row.programme().id(), row -> row.programme().name(words.language()))),
        "volunteer", volunteers.find(me.id()).isPresent(), "code", code, "problems", problems};
    return problems.any() ? View.unprocessable("programmes/mine", parameters) : View.of("programmes/mine", parameters);
  }

  private MembershipRow row(Membership membership, Words words) {
    Programme programme = programmes.find(membership.programme()).orElseThrow();
    Judgement judgement = eligibility.judge(programme.goal(), membership.volunteer());
    String missing = judgement.unmet().stream().map(part -> rules.missing(part, words)).collect(Collectors.joining(" · "));
    String partner = partners.find(programme.partner()).map(found -> found.name(words.language())).orElse("");
    return new MembershipRow(membership, programme, partner, rules.sentence(programme.goal(), words), judgement.fits(), missing);
  }

  private ModelAndView joining(SignedIn me, Programme programme, String cohort, String reference, String shown, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Object[] parameters = {"programme", programme, "partner", partners.find(programme.partner()).map(found -> found.name(words.language())).orElse(""),
        "goal", rules.sentence(programme.goal(), words), "cohorts", programmes.cohorts(programme.id()).stream().map(one -> Option.of(Long.toString(one.id()), one.name())).toList(),
        "open", programme.closedAt() == null && programmes.covered(programme.partner()), "volunteer", volunteers.find(me.id()).isPresent(),
        "minor", volunteers.find(me.id()).filter(volunteers::isMinor).isPresent(), "cohort", cohort, "reference", reference, "shown", shown, "problems", problems};
    return problems.any() ? View.unprocessable("programmes/join", parameters) : View.of("programmes/join", parameters);
  }

  private static Optional<Shown> shown(String typed) {
    return switch (typed) {
      case "minutes" -> Optional.of(new Shown(true, true));
      case "name" -> Optional.of(new Shown(true, false));
      case "number" -> Optional.of(new Shown(false, false));
      default -> Optional.empty();
    };
  }

  private static String links() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
