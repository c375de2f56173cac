package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.guardians.ConsentPaper;
import dz.linatatawwa.guardians.ConsentPapers;
import dz.linatatawwa.guardians.YouthGroup;
import dz.linatatawwa.guardians.YouthGroups;
import dz.linatatawwa.guardians.YouthMember;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Signed papers on an organisation's desk: brought by one person, looked at by another. */
@Controller
@RequestMapping(DeskNumbers.DESK + "/guardian-papers")
class PaperPages {

  private static final int OLDEST_YEARS = 1;

  private final ConsentPapers papers;
  private final YouthGroups groups;
  private final Volunteers volunteers;
  private final Accounts accounts;
  private final AccessLog log;
  private final Desks desks;
  private final Clock clock;

  PaperPages(ConsentPapers papers, YouthGroups groups, Volunteers volunteers, Accounts accounts, AccessLog log, Desks desks, Clock clock) {
    this.papers = papers;
    this.groups = groups;
    this.volunteers = volunteers;
    this.accounts = accounts;
    this.log = log;
    this.desks = desks;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    return View.of("guardians/papers", "desk", desk, "papers", papers.of(desk.organization().id(), DeskNumbers.page(page)));
  }

  /** @param group number of the group whose sheet it is; empty: one minor's paper */
  @GetMapping("/new")
  ModelAndView blank(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String group) {
    Desk desk = desk(me, oid);
    return form(desk, group(desk, group), PaperForm.EMPTY, Problems.none());
  }

  @PostMapping
  ModelAndView bring(SignedIn me, @PathVariable long oid, PaperForm form, @RequestParam(required = false) @Nullable MultipartFile paper) {
    Desk desk = desk(me, oid);
    Optional<YouthGroup> group = group(desk, PaperForm.text(form.group()));
    Problems problems = Problems.none();
    List<ConsentPaper.Line> lines = group.map(own -> ofGroup(own, form, problems)).orElseGet(() -> ofOne(form, problems));
    if (DeskNumbers.purposes(form.purposes()).isEmpty()) problems.add("purposes", "guardians.problem.purposes");
    Optional<LocalDate> signed = signed(form, problems);
    if (paper == null || paper.isEmpty()) problems.add("paper", "guardians.problem.paper");
    if (problems.any() || signed.isEmpty() || paper == null) return form(desk, group, form, problems);
    Optional<Kept.Refused> refused = papers.bring(desk.organization().id(), group.map(YouthGroup::id).orElse(null), lines,
        DeskNumbers.purposes(form.purposes()), signed.get(), paper, me.id());
    if (refused.isEmpty()) return View.seeOther(desk.address("/guardian-papers"), View.saying("guardians.said.paper"));
    return form(desk, group, form, problems.add("paper", refused.get().key(), refused.get().arguments().toArray()));
  }

  @GetMapping("/{paper:[1-9][0-9]{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long paper, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    return show(me, desk, papers.own(desk.organization().id(), paper), "", Problems.none(), request);
  }

  @PostMapping("/{paper:[1-9][0-9]{0,17}}/acceptance")
  ModelAndView accept(SignedIn me, @PathVariable long oid, @PathVariable long paper, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    ConsentPaper own = papers.own(desk.organization().id(), paper);
    if (papers.accept(own, me.id(), me.language(), DeskNumbers.base())) return View.seeOther(desk.address("/guardian-papers"), View.saying("guardians.said.accepted"));
    return show(me, desk, own, "", Problems.none().add("reason", own.waits() ? "guardians.problem.second" : "guardians.problem.decided"), request);
  }

  @PostMapping("/{paper:[1-9][0-9]{0,17}}/refusal")
  ModelAndView refuse(SignedIn me, @PathVariable long oid, @PathVariable long paper, @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    Desk desk = desk(me, oid);
    ConsentPaper own = papers.own(desk.organization().id(), paper);
    String why = Typed.line(reason);
    Problems problems = Problems.none();
    if (why.length() < 3 || why.length() > 300) problems.add("reason", "guardians.problem.reason");
    else if (!papers.refuse(own, me.id(), why)) problems.add("reason", own.waits() ? "guardians.problem.second" : "guardians.problem.decided");
    return problems.any() ? show(me, desk, own, reason, problems, request)
        : View.seeOther(desk.address("/guardian-papers"), View.refusing("guardians.said.refused"));
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), DeskNumbers.organization(oid));
  }

  private Optional<YouthGroup> group(Desk desk, String typed) {
    return typed.matches("[1-9]\\d{0,17}") ? Optional.of(groups.own(desk.organization().id(), Long.parseLong(typed))) : Optional.empty();
  }

  /** The chosen members of a group, each with the guardian whom the leader knows. */
  private List<ConsentPaper.Line> ofGroup(YouthGroup group, PaperForm form, Problems problems) {
    Set<Long> chosen = DeskNumbers.numbers(form.members());
    List<YouthMember> members = groups.members(group).stream().filter(member -> member.minor() && chosen.contains(member.id())).toList();
    if (members.isEmpty()) problems.add("members", "guardians.problem.members");
    members.stream().filter(member -> member.guardian() == null).findFirst()
        .ifPresent(member -> problems.add("members", "guardians.problem.noGuardian", member.name()));
    return members.stream().map(member -> new ConsentPaper.Line(member.person(), member.name(), member.guardian() == null ? "" : member.guardian(),
        member.contact())).toList();
  }

  private List<ConsentPaper.Line> ofOne(PaperForm form, Problems problems) {
    String code = Digits.latin(PaperForm.text(form.code())).replaceAll("\\D", "");
    Optional<Volunteer> minor = code.isEmpty() || code.length() > 12 ? Optional.empty() : volunteers.byCode(code).filter(volunteers::isMinor);
    if (minor.isEmpty()) problems.add("code", "guardians.problem.noMinor");
    String guardian = Typed.line(form.guardian());
    if (guardian.length() < 2 || guardian.length() > 120 || Typed.deceives(form.guardian())) problems.add("guardian", "volunteers.problem.name");
    String typed = PaperForm.text(form.contact());
    Optional<Contact> contact = Contact.parse(typed);
    if (!typed.isBlank() && contact.isEmpty()) problems.add("contact", "volunteers.problem.contact");
    return minor.stream().map(child -> new ConsentPaper.Line(child.id(), child.name(), guardian, contact.map(Contact::text).orElse(null))).toList();
  }

  private Optional<LocalDate> signed(PaperForm form, Problems problems) {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    Optional<LocalDate> signed = DeskNumbers.day(PaperForm.text(form.signedOn()))
        .filter(day -> !day.isAfter(today) && !day.isBefore(today.minusYears(OLDEST_YEARS)));
    if (signed.isEmpty()) problems.add("signedOn", "guardians.problem.signedOn");
    return signed;
  }

  private ModelAndView form(Desk desk, Optional<YouthGroup> group, PaperForm form, Problems problems) {
    Object[] parameters = {"desk", desk, "group", group.orElse(null),
        "members", group.map(own -> groups.members(own).stream().filter(YouthMember::minor).toList()).orElse(List.of()), "form", form,
        "today", LocalDate.now(clock.withZone(Words.ZONE)), "problems", problems};
    return problems.any() ? View.unprocessable("guardians/newpaper", parameters) : View.of("guardians/newpaper", parameters);
  }

  private ModelAndView show(SignedIn me, Desk desk, ConsentPaper paper, String reason, Problems problems, HttpServletRequest request) {
    log.noteMinors(me.id(), paper.lines().stream().map(ConsentPaper.Line::minor).toList(), "guardian-paper", Long.toString(paper.id()), request);
    List<AccountId> people = Stream.of(paper.broughtBy(), paper.lookedBy()).filter(java.util.Objects::nonNull).toList();
    Object[] parameters = {"desk", desk, "paper", paper, "names", accounts.names(people), "mayLook", paper.mayBeLookedAtBy(me.id()), "reason", reason,
        "problems", problems};
    return problems.any() ? View.unprocessable("guardians/paper", parameters) : View.of("guardians/paper", parameters);
  }
}
