package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.opportunities.Found;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.SearchCriteria;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an organisation offers now, on its public page. */
@Component
class OpenOpportunities implements OrganizationPageSection {

  private static final int SHOWN = 6;

  private final Opportunities opportunities;
  private final Fragments fragments;

  OpenOpportunities(Opportunities opportunities, Fragments fragments) {
    this.opportunities = opportunities;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    Found found = opportunities.search(SearchCriteria.of(organization.id()), 1, SHOWN);
    if (found.cards().rows().isEmpty()) return Optional.empty();
    return Optional.of(fragments.of(page, "opportunities/open", "found", found, "organization", organization.id().value()));
  }
}
