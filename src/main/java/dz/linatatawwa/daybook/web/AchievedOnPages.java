package dz.linatatawwa.daybook.web;

import dz.linatatawwa.daybook.Achieved;
import dz.linatatawwa.daybook.Goods;
import dz.linatatawwa.daybook.Picture;
import dz.linatatawwa.daybook.DayPictures;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What closed days achieved, and their pictures, on the public pages of an opportunity and of a campaign. */
@Component
class AchievedOnPages implements OpportunityPageSection, CampaignPageSection {

  private final Goods goods;
  private final DayPictures pictures;
  private final Fragments fragments;

  AchievedOnPages(Goods goods, DayPictures pictures, Fragments fragments) {
    this.goods = goods;
    this.pictures = pictures;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    return section(page, opportunity.title(), goods.achieved(opportunity.id()), pictures.shown(opportunity.id()));
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return section(page, campaign.title(), goods.achieved(campaign.id()), List.of());
  }

  private Optional<Content> section(Page page, String title, List<Achieved> achieved, List<Picture> shown) {
    if (achieved.isEmpty() && shown.isEmpty()) return Optional.empty();
    return Optional.of(fragments.of(page, "daybook/achieved", "title", title, "achieved", achieved, "pictures", shown));
  }
}
