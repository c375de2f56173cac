package dz.linatatawwa.participation.web;

import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applications on an organisation's desk: a tab, and how many wait. */
@Component
class ApplicationsSection implements DeskSection {

  private final Applicants applicants;
  private final Fragments fragments;

  ApplicationsSection(Applicants applicants, Fragments fragments) {
    this.applicants = applicants;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String labelKey() {
    return "participation.desk.applications";
  }

  @Override
  public String path() {
    return "/applications";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    if (!role.runs()) return Optional.empty();
    Applicants.Load load = applicants.load(organization.id());
    if (load.waiting() == 0) return Optional.empty();
    return Optional.of(fragments.of(page, "participation/waiting", "load", load,
        "address", "/organizations/" + organization.id() + "/desk/applications"));
  }
}
