package dz.linatatawwa.attendance.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.attendance.Disputes;
import dz.linatatawwa.attendance.Settled;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Decisions about a day: contradictions, and deeds that do not count yet. */
@Controller
class DisputeDesk {

  private final Desks desks;
  private final Disputes disputes;
  private final Applicants applicants;

  DisputeDesk(Desks desks, Disputes disputes, Applicants applicants) {
    this.desks = desks;
    this.disputes = disputes;
    this.applicants = applicants;
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/conflicts/{id}/settlement")
  ModelAndView settle(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long id, @RequestParam String choice) {
    return said(oid, sid, disputes.settle(me.id(), shift(me, oid, sid), id, choice.equals("changed")));
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/reviews/acceptance")
  ModelAndView accept(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key) {
    shift(me, oid, sid);
    return said(oid, sid, disputes.accept(me.id(), key));
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/reviews/omission")
  ModelAndView leaveOut(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key,
      @RequestParam(defaultValue = "") String reason) {
    shift(me, oid, sid);
    return said(oid, sid, disputes.leaveOut(me.id(), key, Typed.line(reason)));
  }

  private ShiftId shift(SignedIn me, long oid, long sid) {
    desks.openToRun(me.id(), RosterDesk.id(oid));
    if (sid < 1) throw new NotFound("shift " + sid);
    return applicants.facts(RosterDesk.id(oid), new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid)).id();
  }

  private static ModelAndView said(long oid, long sid, Settled settled) {
    return View.seeOther(RosterDesk.address(oid, sid) + "#decide", View.saying(switch (settled) {
      case DONE -> "attendance.settled.done";
      case ALREADY -> "attendance.settled.already";
      case OWN -> "attendance.settled.own";
      case REASON_NEEDED -> "attendance.settled.reason-needed";
    }));
  }
}
