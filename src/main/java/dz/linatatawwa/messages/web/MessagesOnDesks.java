package dz.linatatawwa.messages.web;

import dz.linatatawwa.messages.Reach;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignDeskSection;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an organisation writes an opportunity or a campaign: telling all who come something, and writing to one of those who applied. */
@Component
class MessagesOnDesks implements OpportunityDeskSection, CampaignDeskSection {

  private final Fragments fragments;

  MessagesOnDesks(Fragments fragments) {
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    boolean begun = opportunity.state() != State.DRAFT;
    return runs && begun ? Optional.of(content(opportunity.organization(), new Reach.OfOpportunity(opportunity.id()), opportunity.id().toString(), page)) : Optional.empty();
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return campaign.state() == State.DRAFT ? Optional.empty() : Optional.of(content(campaign.organization(), new Reach.OfCampaign(campaign.id()), "", page));
  }

  private Content content(OrganizationId organization, Reach reach, String opportunity, Page page) {
    return fragments.of(page, "messages/onOpportunity", "desk", "/organizations/" + organization + "/desk/messages", "reach", reach.code(), "opportunity", opportunity);
  }
}
