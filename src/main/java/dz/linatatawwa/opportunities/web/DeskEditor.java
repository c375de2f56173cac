package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Audiences;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Editing;
import dz.linatatawwa.opportunities.EndReason;
import dz.linatatawwa.opportunities.Nature;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.opportunities.OpportunityForm;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Publishing;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.ShiftForm;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.opportunities.Showing;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.jspecify.annotations.Nullable;

/** The page on which an opportunity is written, with all that it offers to choose from. */
@Component
class DeskEditor {

  private final Opportunities opportunities;
  private final Publishing publishing;
  private final Campaigns campaigns;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;
  private final ObjectProvider<OpportunityDeskSection> sections;
  private final Clock clock;

  DeskEditor(Opportunities opportunities, Publishing publishing, Campaigns campaigns, Organizations organizations, Places places,
      Taxonomy taxonomy, ObjectProvider<OpportunityDeskSection> sections, Clock clock) {
    this.opportunities = opportunities;
    this.publishing = publishing;
    this.campaigns = campaigns;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
    this.sections = sections;
    this.clock = clock;
  }

  static OrganizationId organization(long id) {
    if (id < 1) throw new NotFound("organisation " + id);
    return new OrganizationId(id);
  }

  static String address(Desk desk, OpportunityId id) {
    return desk.address("/opportunities/" + id);
  }

  /** The opportunity, where this organisation owns it.
   *  @throws NotFound for another one's */
  Opportunity own(Desk desk, long id) {
    if (id < 1) throw new NotFound("opportunity " + id);
    return opportunities.find(new OpportunityId(id)).filter(found -> found.organization().equals(desk.organization().id()))
        .orElseThrow(() -> new NotFound("opportunity " + id + " of organisation " + desk.organization().id()));
  }

  /** The shift, where this opportunity holds it. */
  Shift own(Opportunity opportunity, long id) {
    if (id < 1) throw new NotFound("shift " + id);
    return opportunities.shift(new ShiftId(id)).filter(found -> found.opportunity().equals(opportunity.id()))
        .orElseThrow(() -> new NotFound("shift " + id + " of opportunity " + opportunity.id()));
  }

  static Problems reason(String typed) {
    return EndReason.problems(typed);
  }

  ModelAndView blank(Desk desk, OpportunityForm form, Problems problems) {
    return answer(problems, "opportunities/desknew", "desk", desk, "form", form, "choices", choices(desk, form, null), "problems", problems);
  }

  /** 422 when something is wrong; then the page is shown with what was typed. */
  ModelAndView page(Desk desk, Opportunity it, OpportunityForm form, ShiftForm shift, Problems problems) {
    Editing editing = new Editing(it, opportunities.shifts(it.id()), choices(desk, form, publishing.natureOpen(it.id()) ? null : it.nature()),
        it.state() == State.DRAFT || it.state() == State.CLOSED ? publishing.obstacles(it).all() : List.of(), desk.role().runs(),
        LocalDate.now(clock.withZone(Words.ZONE)), clock.instant());
    return answer(problems, "opportunities/deskedit", "desk", desk, "editing", editing, "form", form, "shift", shift, "problems", problems,
        "sections", sections.stream().toList());
  }

  ModelAndView preview(Opportunity it) {
    return View.of("opportunities/show", "showing", Showing.of(it, opportunities, organizations, places, taxonomy, clock.instant()), "preview", true);
  }

  private static ModelAndView answer(Problems problems, String template, Object... parameters) {
    return problems.any() ? View.unprocessable(template, parameters) : View.of(template, parameters);
  }

  private Editing.Choices choices(Desk desk, OpportunityForm form, @Nullable Nature fixed) {
    List<Option> open = campaigns.open(desk.organization().id()).stream().map(c -> Option.of(c.id().toString(), c.title())).toList();
    return new Editing.Choices(taxonomy.fields(), form.value("field").isEmpty() ? List.of() : taxonomy.activities(form.value("field")), open,
        Audiences.ALL, Audiences.SKILLS, fixed);
  }
}
