package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Bookings;
import dz.linatatawwa.means.Means;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A campaign's people and goods on one board, for those who lead it or take part; and the tab of goods and things on an organisation's desk. */
@Controller
class BoardDesk implements DeskSection {

  private final Desks desks;
  private final Campaigns campaigns;
  private final Means means;
  private final Needs needs;
  private final Bookings bookings;
  private final Fragments fragments;

  BoardDesk(Desks desks, Campaigns campaigns, Means means, Needs needs, Bookings bookings, Fragments fragments) {
    this.desks = desks;
    this.campaigns = campaigns;
    this.means = means;
    this.needs = needs;
    this.bookings = bookings;
    this.fragments = fragments;
  }

  @GetMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/means/board/{id:[1-9][0-9]{0,17}}")
  ModelAndView board(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    OrganizationId own = desk.organization().id();
    Campaign campaign = campaigns.find(new CampaignId(id)).filter(found -> found.organization().equals(own) || campaigns.joined(found.id(), own))
        .orElseThrow(() -> new NotFound("campaign " + id + " of " + own));
    return View.of("means/deskBoard", "desk", desk, "campaign", campaign, "board", means.board(campaign.id()), "today", needs.today());
  }

  @Override
  public int order() {
    return 47;
  }

  @Override
  public String labelKey() {
    return "means.tab";
  }

  @Override
  public String path() {
    return "/means";
  }

  /** Requests that wait for an answer, and things that should have come back. */
  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    int asked = role.runs() ? bookings.asked(organization.id()) : 0;
    int overdue = role.runs() ? bookings.overdue(organization.id()) : 0;
    return asked + overdue == 0 ? Optional.empty()
        : Optional.of(fragments.of(page, "means/toDo", "asked", asked, "overdue", overdue, "address", "/organizations/" + organization.id() + "/desk/means/bookings"));
  }
}
