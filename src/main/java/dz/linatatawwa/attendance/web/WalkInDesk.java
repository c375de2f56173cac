package dz.linatatawwa.attendance.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.attendance.Newcomers;
import dz.linatatawwa.attendance.Deed;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** People who come without being on the roster. */
@Controller
class WalkInDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final Newcomers newcomers;
  private final Roster roster;
  private final Rosters rosters;
  private final PageMaker pages;

  WalkInDesk(Desks desks, Applicants applicants, Newcomers newcomers, Roster roster, Rosters rosters, PageMaker pages) {
    this.desks = desks;
    this.applicants = applicants;
    this.newcomers = newcomers;
    this.roster = roster;
    this.rosters = rosters;
    this.pages = pages;
  }

  @GetMapping("/organizations/{oid}/desk/shifts/{sid}/walk-ins")
  ModelAndView form(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    Desk desk = desks.openToRun(me.id(), RosterDesk.id(oid));
    ShiftFacts facts = facts(oid, sid);
    Newcomers.Typed empty = new Newcomers.Typed("", "", "", "", facts.wilayaCode() == null ? "" : facts.wilayaCode(),
        facts.communeCode() == null ? "" : facts.communeCode());
    return View.of("attendance/walkin", "desk", desk, "facts", facts, "typed", empty, "problems", Problems.none());
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/walk-ins")
  ModelAndView enter(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String birthYear,
      @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String commune, @RequestParam String key,
      HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), RosterDesk.id(oid));
    ShiftFacts facts = facts(oid, sid);
    Newcomers.Typed typed = new Newcomers.Typed(who, name, contact, birthYear, wilaya, commune);
    Problems problems = Problems.none();
    Optional<AccountId> person = newcomers.recognize(typed, pages.page(request).language(), desk.name(pages.page(request).language()), problems);
    if (person.isEmpty()) {
      return View.unprocessable("attendance/walkin", "desk", desk, "facts", facts, "typed", typed, "problems", problems);
    }
    Deed answer = roster.walkIn(RosterDesk.mark(key, me, sid, person.get().value()));
    if (answer instanceof Deed.Refused(var why)) {
      problems.add(typed.registers() ? "name" : "who", "attendance.day." + why.code());
      return View.unprocessable("attendance/walkin", "desk", desk, "facts", facts, "typed", typed, "problems", problems);
    }
    Spot spot = new Spot("", rosters.pageOf(facts.id(), person.get().value()));
    return View.seeOther(RosterDesk.address(oid, sid) + spot.query() + "#p" + person.get(), RosterDesk.said(oid, sid, spot, person.get().value(), "walk-in", answer));
  }

  private ShiftFacts facts(long oid, long sid) {
    if (sid < 1) throw new NotFound("shift " + sid);
    return applicants.facts(RosterDesk.id(oid), new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
  }
}
