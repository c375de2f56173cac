package dz.linatatawwa.impact.web;

import dz.linatatawwa.impact.Impact;
import dz.linatatawwa.impact.Target;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignDeskSection;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an organisation writes a campaign or an opportunity: how far it has come, and the way to plan it. */
@Component
class ImpactOnDesk implements OpportunityDeskSection, CampaignDeskSection {

  private final Impact impact;
  private final Fragments fragments;

  ImpactOnDesk(Impact impact, Fragments fragments) {
    this.impact = impact;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    return section(new Target.OfOpportunity(opportunity.id()), runs, ImpactDesk.address(opportunity.organization(), "opportunities", opportunity.id().value()), page);
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return section(new Target.OfCampaign(campaign.id()), true, ImpactDesk.address(campaign.organization(), "campaigns", campaign.id().value()), page);
  }

  private Optional<Content> section(Target target, boolean runs, String address, Page page) {
    return Optional.of(fragments.of(page, "impact/onDesk", "lines", impact.toward(target), "runs", runs, "address", address));
  }
}
