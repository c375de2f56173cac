package dz.linatatawwa.impact.web;

import dz.linatatawwa.impact.Impact;
import dz.linatatawwa.impact.Reach.Line;
import dz.linatatawwa.impact.Target;
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

/** What was planned and reached, on the public pages: of a campaign always, of an opportunity once something was reached. */
@Component
class ReachedOnPages implements OpportunityPageSection, CampaignPageSection {

  private final Impact impact;
  private final Fragments fragments;

  ReachedOnPages(Impact impact, Fragments fragments) {
    this.impact = impact;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    List<Line> lines = impact.toward(new Target.OfOpportunity(opportunity.id()));
    return lines.stream().anyMatch(line -> line.reached() > 0) ? shown(lines, page) : Optional.empty();
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    List<Line> lines = impact.toward(new Target.OfCampaign(campaign.id()));
    return lines.isEmpty() ? Optional.empty() : shown(lines, page);
  }

  private Optional<Content> shown(List<Line> lines, Page page) {
    return Optional.of(fragments.of(page, "impact/reached", "lines", lines));
  }
}
