package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Means;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
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

  BoardDesk(Desks desks, Campaigns campaigns, Means means, Needs needs) {
    this.desks = desks;
    this.campaigns = campaigns;
    this.means = means;
    this.needs = needs;
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
}
