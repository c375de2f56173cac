package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.OpportunityData;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An opportunity's data for search engines, in its page. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DataOfOpportunity implements OpportunityPageSection {

  private final OpportunityData data;
  private final Fragments fragments;

  DataOfOpportunity(OpportunityData data, Fragments fragments) {
    this.data = data;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    return Optional.of(fragments.of(page, "feeds/data", "json", data.of(opportunity, page)));
  }
}
