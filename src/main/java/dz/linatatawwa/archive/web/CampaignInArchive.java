package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.CampaignOperations;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a campaign's page: the way to what was told of it afterwards. */
@Component
class CampaignInArchive implements CampaignPageSection {

  private final CampaignOperations campaigns;
  private final Fragments fragments;

  CampaignInArchive(CampaignOperations campaigns, Fragments fragments) {
    this.campaigns = campaigns;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return campaigns.of(campaign.id()).map(operation -> fragments.of(page, "archive/ofCampaign", "operation", operation));
  }
}
