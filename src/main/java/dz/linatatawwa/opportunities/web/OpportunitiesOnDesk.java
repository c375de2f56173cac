package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.opportunities.OwnOpportunities;
import dz.linatatawwa.opportunities.Found;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.SearchCriteria;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tab of opportunities on an organisation's desk, and what of it the desk's first page shows. */
@Component
class OpportunitiesOnDesk implements DeskSection {

  private static final int SHOWN = 3;

  private final Opportunities opportunities;
  private final OwnOpportunities lists;
  private final Fragments fragments;

  OpportunitiesOnDesk(Opportunities opportunities, OwnOpportunities lists, Fragments fragments) {
    this.opportunities = opportunities;
    this.lists = lists;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String labelKey() {
    return "opportunities.desk";
  }

  @Override
  public boolean openTo(Role role) {
    return true;
  }

  @Override
  public String path() {
    return "/opportunities";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    Found found = opportunities.search(SearchCriteria.of(organization.id()), 1, SHOWN);
    int drafts = lists.counts(organization.id()).getOrDefault(State.DRAFT, 0);
    return Optional.of(fragments.of(page, "opportunities/ondesk", "cards", found.cards().rows(), "drafts", drafts, "runs", role.runs(),
        "address", "/organizations/" + organization.id() + "/desk/opportunities"));
  }
}
