package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.Candidate;
import dz.linatatawwa.participation.Holes;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Those who could fill the holes of a roster. */
@Controller
class HolesDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final Holes holes;
  private final Places places;
  private final PageMaker pages;

  HolesDesk(Desks desks, Applicants applicants, Holes holes, Places places, PageMaker pages) {
    this.desks = desks;
    this.applicants = applicants;
    this.holes = holes;
    this.places = places;
    this.pages = pages;
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
    return View.seeOther("/organizations/" + oid + "/desk/shifts/" + sid + "/candidates", View.saying("participation.candidates.invited", written));
  }

  private ShiftFacts facts(long oid, long sid) {
    if (sid < 1) throw new NotFound("shift " + sid);
    return applicants.facts(ApplicationsDesk.id(oid), new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
  }
}
