package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.OfferOutcome;
import dz.linatatawwa.teams.SeatOfferEnds;
import dz.linatatawwa.teams.SeatOfferRule;
import dz.linatatawwa.teams.SeatOfferRules;
import dz.linatatawwa.teams.SeatOffer;
import gg.jte.Content;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Stand-ins and swaps on an organisation's desk: what waits for a coordinator, and how an opportunity handles them. */
@Controller
class StandInDesk implements DeskSection, OpportunityDeskSection {

  private static final String DESK = "/organizations/{oid:" + Numbers.NUMBER + "}/desk";
  private static final String ONE = DESK + "/stand-ins/{id:" + Numbers.NUMBER + "}";

  private final SeatOfferEnds ends;
  private final SeatOfferRules rules;
  private final Opportunities opportunities;
  private final Accounts accounts;
  private final Desks desks;
  private final Fragments fragments;

  StandInDesk(SeatOfferEnds ends, SeatOfferRules rules, Opportunities opportunities, Accounts accounts, Desks desks, Fragments fragments) {
    this.ends = ends;
    this.rules = rules;
    this.opportunities = opportunities;
    this.accounts = accounts;
    this.desks = desks;
    this.fragments = fragments;
  }

  @GetMapping(DESK + "/stand-ins")
  ModelAndView waiting(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    Slice<SeatOffer> found = ends.waiting(desk.organization().id(), Numbers.page(page));
    return View.of("teams/desk", "desk", desk, "found", found, "me", me.id(),
        "names", accounts.names(found.rows().stream().flatMap(one -> Stream.of(one.giver(), Objects.requireNonNull(one.taker()))).distinct().toList()));
  }

  @PostMapping(ONE + "/confirmation")
  ModelAndView confirm(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    Flash said = switch (ends.confirm(me.id(), id)) {
      case OfferOutcome.Done _ -> View.saying("teams.said.confirmed");
      case OfferOutcome.Refused(var key) -> View.refusing(key);
      case OfferOutcome.Mine _ -> View.refusing("teams.said.ruleInTheWay");
      case OfferOutcome.Theirs _ -> View.refusing("teams.said.ruleInTheWay");
      case OfferOutcome.Open _ -> throw new IllegalStateException("offer " + id + " was taken");
      case OfferOutcome.Waits _ -> throw new IllegalStateException("offer " + id + " was confirmed");
    };
    return View.seeOther(desk.address("/stand-ins"), said);
  }

  @PostMapping(ONE + "/refusal")
  ModelAndView refuse(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    ends.refuse(me.id(), id);
    return View.seeOther(desk.address("/stand-ins"), View.saying("teams.said.refused"));
  }

  @PostMapping(DESK + "/opportunities/{id:" + Numbers.NUMBER + "}/seat-offers")
  ModelAndView rule(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam(defaultValue = "") String by, @RequestParam(defaultValue = "") String hours) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    Opportunity opportunity = opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(desk.organization().id()))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of organisation " + oid));
    String back = desk.address("/opportunities/" + id + "#seat-offers");
    String digits = Digits.latin(hours.strip());
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > 168) return View.seeOther(back, View.refusing("teams.problem.hours"));
    rules.set(opportunity.id(), new SeatOfferRule(by.equals("coordinator"), Integer.parseInt(digits)), me.id());
    return View.seeOther(back, View.saying("teams.said.rule"));
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    return Optional.of(fragments.of(page, "teams/rule", "rule", rules.of(opportunity), "runs", runs,
        "action", "/organizations/" + opportunity.organization() + "/desk/opportunities/" + opportunity.id() + "/seat-offers"));
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    if (!role.runs()) return Optional.empty();
    long waiting = ends.waiting(organization.id(), 1).total();
    return waiting == 0 ? Optional.empty()
        : Optional.of(fragments.of(page, "teams/waiting", "waiting", waiting, "address", "/organizations/" + organization.id() + "/desk/stand-ins"));
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public String labelKey() {
    return "teams.desk.tab";
  }

  @Override
  public String path() {
    return "/stand-ins";
  }
}
