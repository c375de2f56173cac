package dz.linatatawwa.means.web;

import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an organisation's page: what it asks for beside its campaigns and opportunities. */
@Component
class NeedsOfOrganization implements OrganizationPageSection {

  private final Needs needs;
  private final Fragments fragments;

  NeedsOfOrganization(Needs needs, Fragments fragments) {
    this.needs = needs;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    List<Need> shown = needs.ofBody(organization.id()).stream().filter(Need::shown).toList();
    return shown.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "means/ofWork", "needs", shown, "today", needs.today()));
  }
}
