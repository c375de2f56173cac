package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.attendance.DayPart;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.NamedRoll;
import gg.jte.Content;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** On the roster of a day: who comes under somebody's application without an account, and that they came. */
@Controller
class NamedOnRoster implements DayPart {

  private final NamedRoll roll;
  private final Applicants applicants;
  private final Desks desks;
  private final Fragments fragments;
  private final Clock clock;

  NamedOnRoster(NamedRoll roll, Applicants applicants, Desks desks, Fragments fragments, Clock clock) {
    this.roll = roll;
    this.applicants = applicants;
    this.desks = desks;
    this.fragments = fragments;
    this.clock = clock;
  }

  @PostMapping("/organizations/{oid:" + Numbers.NUMBER + "}/desk/shifts/{sid:" + Numbers.NUMBER + "}/named")
  ModelAndView mark(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "0") long person, @RequestParam(defaultValue = "") String deed) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    ShiftFacts shift = applicants.facts(desk.organization().id(), new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
    boolean came = !deed.equals("undo");
    boolean done = roll.mark(shift, person, came, me.id());
    return View.seeOther(desk.address("/shifts/" + sid + "#named"),
        done ? View.saying(came ? "teams.said.came" : "teams.said.notCame") : View.refusing("teams.said.notNow"));
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Content part(ShiftFacts shift, boolean closed, Page page) {
    return fragments.of(page, "teams/roll", "lines", roll.of(shift), "open", !closed && !clock.instant().isBefore(shift.opens()),
        "action", "/organizations/" + shift.organizationId() + "/desk/shifts/" + shift.shiftId() + "/named");
  }
}
