package dz.linatatawwa.statistics.web;

import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.statistics.Chart;
import dz.linatatawwa.statistics.Dashboards;
import dz.linatatawwa.statistics.Subjects;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hours given in a campaign, on its public page, as its own numbers tell them. */
@Component
class NumbersOfCampaign implements CampaignPageSection {

  private final Subjects subjects;
  private final Dashboards dashboards;
  private final Fragments fragments;

  NumbersOfCampaign(Subjects subjects, Dashboards dashboards, Fragments fragments) {
    this.subjects = subjects;
    this.dashboards = dashboards;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    return subjects.campaign(campaign.id().value()).flatMap(subject -> {
      long minutes = dashboards.minutesEver(subject);
      return minutes == 0 ? Optional.empty() : Optional.of(fragments.of(page, "statistics/given", "minutes", minutes, "hidden", minutes == Chart.HIDDEN, "address", subject.address()));
    });
  }
}
