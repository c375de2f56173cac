package dz.linatatawwa.impact.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.impact.Impact;
import dz.linatatawwa.impact.Plans;
import dz.linatatawwa.impact.Target;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation plans to reach with one of its campaigns or opportunities, and what it writes by hand of what was reached. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/impact/{kind:campaigns|opportunities}/{id:[1-9][0-9]{0,17}}")
class ImpactDesk {

  private static final int LONGEST_NOTE = 200;

  private final Desks desks;
  private final Campaigns campaigns;
  private final Opportunities opportunities;
  private final Impact impact;
  private final Plans plans;

  ImpactDesk(Desks desks, Campaigns campaigns, Opportunities opportunities, Impact impact, Plans plans) {
    this.desks = desks;
    this.campaigns = campaigns;
    this.opportunities = opportunities;
    this.impact = impact;
    this.plans = plans;
  }

  static String address(OrganizationId organization, String kind, long id) {
    return "/organizations/" + organization + "/desk/impact/" + kind + "/" + id;
  }

  /** What is planned for, as its organisation sees it. */
  private record Place(Desk desk, Target target, String title, String kind, long id) {

    String address() {
      return ImpactDesk.address(desk.organization().id(), kind, id);
    }
  }

  @GetMapping
  ModelAndView show(@PathVariable long oid, @PathVariable String kind, @PathVariable long id, SignedIn me) {
    return page(place(me, oid, kind, id), Problems.none(), Map.of());
  }

  @PostMapping("/plan")
  ModelAndView plan(@PathVariable long oid, @PathVariable String kind, @PathVariable long id, @RequestParam Map<String, String> typed, SignedIn me) {
    Place place = place(me, oid, kind, id);
    Problems problems = Problems.none();
    Optional<Unit> unit = unit(typed, "planned-unit", problems);
    int quantity = quantity(typed, "planned-quantity", problems);
    if (problems.any() || unit.isEmpty()) return page(place, problems, typed);
    plans.plan(place.target(), unit.get(), quantity, me.id());
    return View.seeOther(place.address() + "#plan", View.saying("impact.said.planned"));
  }

  @PostMapping("/plan/{unit:[a-z][a-z0-9-]{1,39}}/removal")
  ModelAndView drop(@PathVariable long oid, @PathVariable String kind, @PathVariable long id, @PathVariable String unit, SignedIn me) {
    Place place = place(me, oid, kind, id);
    plans.drop(place.target(), unit);
    return View.seeOther(place.address() + "#plan", View.saying("impact.said.dropped"));
  }

  @PostMapping("/reached")
  ModelAndView reach(@PathVariable long oid, @PathVariable String kind, @PathVariable long id, @RequestParam Map<String, String> typed, SignedIn me) {
    Place place = place(me, oid, kind, id);
    Problems problems = Problems.none();
    Optional<Unit> unit = unit(typed, "reached-unit", problems);
    int quantity = quantity(typed, "reached-quantity", problems);
    LocalDate day = day(typed.get("day"));
    if (day == null) problems.add("day", "site.problem.date");
    else if (day.isAfter(plans.today()) || day.getYear() < 2000) problems.add("day", "impact.problem.day");
    String note = Typed.line(typed.get("note"));
    if (note.length() > LONGEST_NOTE) problems.add("note", "site.problem.tooLong", LONGEST_NOTE);
    if (problems.any() || unit.isEmpty() || day == null) return page(place, problems, typed);
    if (!plans.reach(place.target(), day, unit.get(), quantity, note, me.id())) return page(place, problems.add("reached-unit", "impact.problem.lines", Plans.MOST_LINES), typed);
    return View.seeOther(place.address() + "#reached", View.saying("impact.said.reached"));
  }

  @PostMapping("/reached/{line:[1-9][0-9]{0,17}}/removal")
  ModelAndView remove(@PathVariable long oid, @PathVariable String kind, @PathVariable long id, @PathVariable long line, SignedIn me) {
    Place place = place(me, oid, kind, id);
    if (!plans.remove(place.target(), line, me.id())) throw new NotFound("line " + line);
    return View.seeOther(place.address() + "#reached", View.sayingWithUndo(place.address() + "/reached/" + line + "/return", "impact.said.removed"));
  }

  @PostMapping("/reached/{line:[1-9][0-9]{0,17}}/return")
  ModelAndView putBack(@PathVariable long oid, @PathVariable String kind, @PathVariable long id, @PathVariable long line, SignedIn me) {
    Place place = place(me, oid, kind, id);
    plans.putBack(place.target(), line);
    return View.seeOther(place.address() + "#reached", View.saying("impact.said.back"));
  }

  private Place place(SignedIn me, long oid, String kind, long id) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    OrganizationId own = desk.organization().id();
    if (kind.equals("campaigns")) {
      Campaign campaign = campaigns.find(new CampaignId(id)).filter(found -> found.organization().equals(own)).orElseThrow(() -> new NotFound("campaign " + id + " of " + own));
      return new Place(desk, new Target.OfCampaign(campaign.id()), campaign.title(), kind, id);
    }
    Opportunity opportunity = opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(own))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of " + own));
    return new Place(desk, new Target.OfOpportunity(opportunity.id()), opportunity.title(), kind, id);
  }

  private ModelAndView page(Place place, Problems problems, Map<String, String> typed) {
    Object[] parameters = {"desk", place.desk(), "title", place.title(), "here", place.address(),
        "back", place.desk().address("/" + place.kind() + "/" + place.id()), "lines", impact.toward(place.target()), "planned", plans.of(place.target()),
        "reached", plans.reached(place.target()), "units", plans.units(), "today", plans.today(), "problems", problems, "typed", Map.copyOf(typed)};
    return problems.any() ? View.unprocessable("impact/desk", parameters) : View.of("impact/desk", parameters);
  }

  private Optional<Unit> unit(Map<String, String> typed, String field, Problems problems) {
    Optional<Unit> unit = plans.unitOf(typed.getOrDefault(field, ""));
    if (unit.isEmpty()) problems.add(field, "site.problem.choice");
    return unit;
  }

  private static int quantity(Map<String, String> typed, String field, Problems problems) {
    String digits = Digits.latin(Typed.line(typed.get(field)));
    int number = digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > Plans.MOST) problems.add(field, "site.problem.range", 1, Plans.MOST);
    return number;
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    try {
      return LocalDate.parse(Digits.latin(Typed.line(typed)));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
