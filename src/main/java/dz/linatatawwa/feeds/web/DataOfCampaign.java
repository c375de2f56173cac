package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.OpportunityData;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A campaign's data for search engines, in its page. */
@Component
class DataOfCampaign implements CampaignPageSection {

  private final OpportunityData data;
  private final Fragments fragments;

  DataOfCampaign(OpportunityData data, Fragments fragments) {
    this.data = data;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return campaign.shown() ? Optional.of(fragments.of(page, "feeds/data", "json", data.of(campaign, page))) : Optional.empty();
  }
}
