package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.OrganizationData;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How an organisation is followed from elsewhere, and its data for search engines, on its page. */
@Component
class FollowingOrganization implements OrganizationPageSection {

  private static final int LAST = 90;

  private final OrganizationData data;
  private final Fragments fragments;

  FollowingOrganization(OrganizationData data, Fragments fragments) {
    this.data = data;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return LAST;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    if (!organization.verified()) return Optional.empty();
    return Optional.of(fragments.of(page, "feeds/organization", "organization", organization.id().toString(), "json", data.of(organization, page)));
  }
}
