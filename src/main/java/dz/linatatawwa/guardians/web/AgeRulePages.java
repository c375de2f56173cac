package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.AgeRule;
import dz.linatatawwa.opportunities.AgeRules;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import gg.jte.Content;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An opportunity's rules for young people: shown on its page, set by who runs it. */
@Controller
class AgeRulePages implements OpportunityPageSection, OpportunityDeskSection {

  private static final String BASE = DeskNumbers.DESK + "/opportunities/{id:[1-9][0-9]{0,17}}/young";

  private final AgeRules rules;
  private final Opportunities opportunities;
  private final Volunteers volunteers;
  private final Desks desks;
  private final Fragments fragments;
  private final ApplicationEventPublisher events;

  AgeRulePages(AgeRules rules, Opportunities opportunities, Volunteers volunteers, Desks desks, Fragments fragments, ApplicationEventPublisher events) {
    this.rules = rules;
    this.opportunities = opportunities;
    this.volunteers = volunteers;
    this.desks = desks;
    this.fragments = fragments;
    this.events = events;
  }

  /** On the opportunity's own page, where the young may come at all or the work has a least age. */
  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    AgeRule rule = rules.of(opportunity.id());
    boolean young = opportunity.minAge() < volunteers.ageOfMajority();
    return young && rule.special() || !rule.works().isEmpty()
        ? Optional.of(fragments.of(page, "guardians/rule", "rule", rule, "young", young)) : Optional.empty();
  }

  /** On the organisation's desk. */
  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    return Optional.of(fragments.of(page, "guardians/ruleOnDesk", "rule", rules.of(opportunity.id()), "young",
        opportunity.minAge() < volunteers.ageOfMajority(), "runs", runs, "address", address(opportunity)));
  }

  @GetMapping(BASE)
  ModelAndView form(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    Opportunity opportunity = own(desk, id);
    return show(desk, opportunity, AgeRuleForm.of(rules.of(opportunity.id())), Problems.none());
  }

  @PostMapping(BASE)
  ModelAndView set(SignedIn me, @PathVariable long oid, @PathVariable long id, AgeRuleForm form) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    Opportunity opportunity = own(desk, id);
    Problems problems = Problems.none();
    List<String> known = rules.works().stream().map(AgeRules.Work::code).toList();
    List<String> works = AgeRuleForm.list(form.works()).stream().filter(known::contains).distinct().toList();
    LocalTime from = time("from", form.from(), problems);
    LocalTime to = time("to", form.to(), problems);
    if (!problems.any() && !to.isAfter(from)) problems.add("to", "guardians.problem.order");
    Integer under = under(form, problems);
    AgeRule rule = new AgeRule(works, from, to, under, "true".equals(form.bothGuardians()));
    if (!problems.any() && !rules.set(opportunity, rule, me.id())) problems.add("works", "guardians.problem.works", rules.leastAge(works), opportunity.minAge());
    if (problems.any()) return show(desk, opportunity, form, problems);
    events.publishEvent(new PublicPagesChanged());
    return View.seeOther(desk.address("/opportunities/" + opportunity.id()), View.saying("guardians.said.rule"));
  }

  private static LocalTime time(String field, @Nullable String typed, Problems problems) {
    try {
      LocalTime time = LocalTime.parse(Digits.latin(Typed.line(typed)));
      if (!time.isBefore(AgeRule.EARLIEST) && !time.isAfter(AgeRule.LATEST)) return time;
    } catch (DateTimeParseException e) {
      // said below, like a time of the night
    }
    problems.add(field, "guardians.problem.time");
    return AgeRule.EARLIEST;
  }

  private static @Nullable Integer under(AgeRuleForm form, Problems problems) {
    String digits = Digits.latin(Typed.line(form.accompaniedUnder()));
    if (digits.isEmpty()) return null;
    int age = digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    if (age < 6 || age > 25) problems.add("accompaniedUnder", "site.problem.range", 6, 25);
    return age;
  }

  private ModelAndView show(Desk desk, Opportunity opportunity, AgeRuleForm form, Problems problems) {
    Object[] parameters = {"desk", desk, "opportunity", opportunity, "form", form, "works", rules.works(), "majority", volunteers.ageOfMajority(),
        "address", address(opportunity), "problems", problems};
    return problems.any() ? View.unprocessable("guardians/young", parameters) : View.of("guardians/young", parameters);
  }

  private Opportunity own(Desk desk, long id) {
    return opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(desk.organization().id()))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of organisation " + desk.organization().id()));
  }

  private static String address(Opportunity opportunity) {
    return "/organizations/" + opportunity.organization() + "/desk/opportunities/" + opportunity.id() + "/young";
  }
}
