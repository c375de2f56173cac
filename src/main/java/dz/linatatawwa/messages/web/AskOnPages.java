package dz.linatatawwa.messages.web;

import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an opportunity's and an organisation's public page: the way to ask those who organise it. */
@Component
class AskOnPages implements OpportunityPageSection, OrganizationPageSection {

  private final Fragments fragments;

  AskOnPages(Fragments fragments) {
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    return opportunity.published() ? Optional.of(fragments.of(page, "messages/ask", "what", "opportunity", "number", opportunity.id().value())) : Optional.empty();
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    return organization.verified() ? Optional.of(fragments.of(page, "messages/ask", "what", "organization", "number", organization.id().value())) : Optional.empty();
  }
}
