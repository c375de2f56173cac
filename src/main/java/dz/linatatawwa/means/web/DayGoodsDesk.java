package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Brought;
import dz.linatatawwa.means.Deliveries;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.NeedId;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ticking goods on a day's screen: they came, that was a mistake, they were used. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/shifts/{sid:[1-9][0-9]{0,17}}/deliveries")
class DayGoodsDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final Needs needs;
  private final Deliveries deliveries;
  private final Clock clock;

  DayGoodsDesk(Desks desks, Applicants applicants, Needs needs, Deliveries deliveries, Clock clock) {
    this.desks = desks;
    this.applicants = applicants;
    this.needs = needs;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** @param typed need, pledge where it keeps one, amount, key, and the screen to come back to */
  @PostMapping
  ModelAndView receive(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam Map<String, String> typed) {
    ShiftFacts shift = shift(me, oid, sid);
    Long id = Fields.id(typed.get("need"));
    if (id == null) throw new NotFound("need of shift " + sid);
    Need need = needs.own(new OrganizationId(oid), new NeedId(id));
    Fields fields = Fields.of(typed);
    int amount = fields.amount("amount");
    if (fields.problems().any()) return back(shift, fields.get("from"), View.saying("means.said.noAmount"));
    Long pledge = Fields.id(typed.get("pledge"));
    long line = deliveries.receive(need, pledge, shift.id(), fields.get("key"), amount, me.id());
    String undo = "/organizations/" + oid + "/desk/shifts/" + sid + "/deliveries/" + line + "/reversal?from=" + (fields.get("from").equals("closing") ? "closing" : "");
    return back(shift, fields.get("from"), View.sayingWithUndo(undo, pledge == null ? "means.said.brought" : "means.said.broughtThanks"));
  }

  @PostMapping("/{line:[1-9][0-9]{0,17}}/reversal")
  ModelAndView reverse(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long line, @RequestParam(defaultValue = "") String from) {
    ShiftFacts shift = shift(me, oid, sid);
    Brought brought = deliveries.find(line);
    if (brought.shift() == null || brought.shift() != sid) throw new NotFound("delivery " + line + " of shift " + sid);
    boolean now = deliveries.reverse(needs.own(new OrganizationId(oid), brought.need()), line, me.id());
    return back(shift, from, View.saying(now ? "means.said.reversed" : "means.said.reversedBefore"));
  }

  @PostMapping("/{line:[1-9][0-9]{0,17}}/use")
  ModelAndView use(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long line, @RequestParam(defaultValue = "") String from) {
    ShiftFacts shift = shift(me, oid, sid);
    if (clock.instant().isBefore(shift.startsAt())) throw new NotFound("shift " + sid + " has not begun");
    boolean written = deliveries.use(shift.id(), line, me.id());
    return back(shift, from, View.saying(written ? "means.said.used" : "means.said.bookFull"));
  }

  private ShiftFacts shift(SignedIn me, long oid, long sid) {
    OrganizationId organization = new OrganizationId(oid);
    desks.openToRun(me.id(), organization);
    return applicants.facts(organization, new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
  }

  private static ModelAndView back(ShiftFacts shift, String from, Flash said) {
    String here = "/organizations/" + shift.organizationId() + "/desk/shifts/" + shift.shiftId();
    return View.seeOther(here + (from.equals("closing") ? "/closing" : "") + "#day-goods", said);
  }
}
