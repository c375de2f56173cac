package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.trainings.Catalogue;
import dz.linatatawwa.trainings.RequiredTrainings;
import dz.linatatawwa.trainings.TrainingFilter;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What trainings an opportunity requires: shown on its page, chosen by who runs it. */
@Controller
class RequiredPages implements OpportunityPageSection, OpportunityDeskSection {

  private static final String BASE = "/organizations/{oid:[1-9][0-9]{0,17}}/desk/opportunities/{id:[1-9][0-9]{0,17}}/trainings";

  private final RequiredTrainings required;
  private final Catalogue catalogue;
  private final Opportunities opportunities;
  private final Desks desks;
  private final Fragments fragments;
  private final Places places;
  private final Taxonomy taxonomy;

  RequiredPages(RequiredTrainings required, Catalogue catalogue, Opportunities opportunities, Desks desks, Fragments fragments, Places places,
      Taxonomy taxonomy) {
    this.required = required;
    this.catalogue = catalogue;
    this.opportunities = opportunities;
    this.desks = desks;
    this.fragments = fragments;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** On the opportunity's own page: what is required, and whether who looks has it. */
  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    Long account = page.visitor().account();
    List<RequiredTrainings.Line> lines = required.of(opportunity.id(), account == null ? null : new AccountId(account));
    return lines.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "trainings/required", "lines", lines));
  }

  /** On the organisation's desk. */
  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    return Optional.of(fragments.of(page, "trainings/requiredOnDesk", "lines", required.of(opportunity.id(), null), "runs", runs, "address", address(opportunity)));
  }

  @GetMapping(BASE)
  ModelAndView choose(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam Map<String, String> asked) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    Opportunity opportunity = own(desk, id);
    TrainingFilter filter = TrainingFilter.read(asked, places, taxonomy);
    return View.of("trainings/requiring", "desk", desk, "opportunity", opportunity, "lines", required.of(opportunity.id(), null), "filter", filter,
        "cards", catalogue.search(filter, Addresses.page(asked.get("page")), TrainingPages.CARDS), "address", address(opportunity));
  }

  @PostMapping(BASE)
  ModelAndView require(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam long training) {
    Opportunity opportunity = own(desks.openToRun(me.id(), new OrganizationId(oid)), id);
    boolean done = required.require(opportunity.id(), Addresses.training(training), me.id());
    return View.seeOther(address(opportunity), View.saying(done ? "trainings.required.added" : "trainings.required.notAdded"));
  }

  @PostMapping(BASE + "/{training:[1-9][0-9]{0,17}}/removal")
  ModelAndView drop(SignedIn me, @PathVariable long oid, @PathVariable long id, @PathVariable long training) {
    Opportunity opportunity = own(desks.openToRun(me.id(), new OrganizationId(oid)), id);
    required.drop(opportunity.id(), Addresses.training(training), me.id());
    return View.seeOther(address(opportunity), View.saying("trainings.required.dropped"));
  }

  private Opportunity own(Desk desk, long id) {
    return opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(desk.organization().id()))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of organisation " + desk.organization().id()));
  }

  private static String address(Opportunity opportunity) {
    return "/organizations/" + opportunity.organization() + "/desk/opportunities/" + opportunity.id() + "/trainings";
  }
}
