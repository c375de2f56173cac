package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.Arrivals;
import dz.linatatawwa.participation.Candidate;
import dz.linatatawwa.participation.Deed;
import dz.linatatawwa.participation.Holes;
import dz.linatatawwa.participation.Roster;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** People who are not on the roster: those who walk in, and those who could fill its holes. */
@Controller
class WalkInDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final Arrivals arrivals;
  private final Roster roster;
  private final Holes holes;
  private final Places places;
  private final PageMaker pages;

  WalkInDesk(Desks desks, Applicants applicants, Arrivals arrivals, Roster roster, Holes holes, Places places, PageMaker pages) {
    this.desks = desks;
    this.applicants = applicants;
    this.arrivals = arrivals;
    this.roster = roster;
    this.holes = holes;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping("/organizations/{oid}/desk/shifts/{sid}/walk-ins")
  ModelAndView form(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    Desk desk = desks.openToRun(me.id(), ApplicationsDesk.id(oid));
    ShiftFacts facts = facts(oid, sid);
    Arrivals.Typed empty = new Arrivals.Typed("", "", "", "", facts.wilayaCode() == null ? "" : facts.wilayaCode(),
        facts.communeCode() == null ? "" : facts.communeCode());
    return View.of("participation/walkin", "desk", desk, "facts", facts, "typed", empty, "problems", Problems.none());
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/walk-ins")
  ModelAndView enter(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String birthYear,
      @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String commune, @RequestParam String key,
      HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), ApplicationsDesk.id(oid));
    ShiftFacts facts = facts(oid, sid);
    Arrivals.Typed typed = new Arrivals.Typed(who, name, contact, birthYear, wilaya, commune);
    Problems problems = Problems.none();
    Optional<AccountId> person = arrivals.recognize(typed, pages.page(request).language(), desk.name(pages.page(request).language()), problems);
    if (person.isEmpty()) {
      return View.unprocessable("participation/walkin", "desk", desk, "facts", facts, "typed", typed, "problems", problems);
    }
    Deed answer = roster.walkIn(RosterDesk.mark(key, me, sid, person.get().value()));
    if (answer instanceof Deed.Refused(var why)) {
      problems.add(typed.registers() ? "name" : "who", "participation.day." + why.code());
      return View.unprocessable("participation/walkin", "desk", desk, "facts", facts, "typed", typed, "problems", problems);
    }
    return View.seeOther(RosterDesk.address(oid, sid) + "#p" + person.get(), RosterDesk.said(oid, sid, person.get().value(), "walk-in", answer));
  }

  @GetMapping("/organizations/{oid}/desk/shifts/{sid}/candidates")
  ModelAndView candidates(SignedIn me, @PathVariable long oid, @PathVariable long sid, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), ApplicationsDesk.id(oid));
    ShiftFacts facts = facts(oid, sid);
    List<Candidate> candidates = facts.seatsLeft() == 0 ? List.of() : holes.candidates(facts);
    Map<String, String> communes = candidates.stream().map(Candidate::communeCode).distinct()
        .collect(Collectors.toMap(code -> code, code -> places.name(new CommuneCode(code), pages.page(request).language())));
    return View.of("participation/candidates", "desk", desk, "facts", facts, "candidates", candidates, "communes", communes);
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/invitations")
  ModelAndView invite(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(required = false) @Nullable List<Long> ids) {
    desks.openToRun(me.id(), ApplicationsDesk.id(oid));
    ShiftFacts facts = facts(oid, sid);
    int written = holes.invite(facts, ids == null ? List.of() : ids, me.id());
    return View.seeOther(RosterDesk.address(oid, sid) + "/candidates", View.saying("participation.candidates.invited", written));
  }

  private ShiftFacts facts(long oid, long sid) {
    if (sid < 1) throw new NotFound("shift " + sid);
    return applicants.facts(ApplicationsDesk.id(oid), new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
  }
}
