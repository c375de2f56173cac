package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.Criteria;
import dz.linatatawwa.archive.Found;
import dz.linatatawwa.archive.OperationSearch;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an organisation's page: its latest operations in the archive. */
@Component
class OrganizationInArchive implements OrganizationPageSection {

  private final OperationSearch search;
  private final Fragments fragments;

  OrganizationInArchive(OperationSearch search, Fragments fragments) {
    this.search = search;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    Found found = search.find(new Criteria("", null, null, null, null, organization.id(), false, null));
    return found.hits().isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "archive/ofOrganization", "found", found, "organization", organization.id().toString()));
  }
}
