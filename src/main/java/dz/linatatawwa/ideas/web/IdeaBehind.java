package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Adoptions;
import dz.linatatawwa.ideas.Bylines;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignDeskSection;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityDeskSection;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the page of a campaign or an opportunity: the idea of which it was made, and whose that was, where its author agreed to be named. */
@Component
class IdeaBehind implements CampaignPageSection, OpportunityPageSection, CampaignDeskSection, OpportunityDeskSection {

  private final Adoptions adoptions;
  private final Bylines bylines;
  private final Fragments fragments;

  IdeaBehind(Adoptions adoptions, Bylines bylines, Fragments fragments) {
    this.adoptions = adoptions;
    this.bylines = bylines;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return adoptions.behind(campaign.id()).map(idea -> shown(idea, page));
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    return adoptions.behind(opportunity.id()).map(idea -> shown(idea, page));
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, boolean runs, Page page) {
    return section(opportunity, page);
  }

  private Content shown(Idea idea, Page page) {
    return fragments.of(page, "ideas/behind", "idea", idea, "author", bylines.whole(idea).orElse(""));
  }
}
