package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Adoption;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.site.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What organisations make of ideas, as far as everybody may see it. */
@Component
class IdeaWorks {

  private final Campaigns campaigns;
  private final Opportunities opportunities;

  IdeaWorks(Campaigns campaigns, Opportunities opportunities) {
    this.campaigns = campaigns;
    this.opportunities = opportunities;
  }

  /** The way to the campaign or the opportunity; null while it is a draft. */
  @Nullable Link shown(Adoption adoption) {
    if (adoption.campaign() != null) {
      return campaigns.find(adoption.campaign()).filter(Campaign::shown).map(campaign -> new Link(campaign.title(), "/campaigns/" + campaign.id(), false)).orElse(null);
    }
    if (adoption.opportunity() == null) return null;
    return opportunities.find(adoption.opportunity()).filter(found -> found.state() != State.DRAFT)
        .map(found -> new Link(found.title(), "/opportunities/" + found.id(), false)).orElse(null);
  }
}
