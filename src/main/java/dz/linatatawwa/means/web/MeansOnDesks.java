package dz.linatatawwa.means.web;

import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignDeskSection;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an organisation writes a campaign or an opportunity: the goods that it asks for, and the way to ask for more. */
@Component
class MeansOnDesks implements CampaignDeskSection, OpportunityDeskSection {

  private final Needs needs;
  private final Fragments fragments;

  MeansOnDesks(Needs needs, Fragments fragments) {
    this.needs = needs;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return section(campaign.organization(), needs.of(campaign.id()), "campaign-" + campaign.id(), "/board/" + campaign.id(), true, page);
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    return section(opportunity.organization(), needs.of(opportunity.id()), "opportunity-" + opportunity.id(), "", runs, page);
  }

  private Optional<Content> section(OrganizationId organization, List<Need> all, String purpose, String board, boolean runs, Page page) {
    return Optional.of(fragments.of(page, "means/onDesk", "needs", all, "purpose", purpose, "desk", "/organizations/" + organization + "/desk/means", "board", board, "own",
        organization, "runs", runs));
  }
}
