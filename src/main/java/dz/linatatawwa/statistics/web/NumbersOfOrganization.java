package dz.linatatawwa.statistics.web;

import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.statistics.Chart;
import dz.linatatawwa.statistics.Dashboards;
import dz.linatatawwa.statistics.Subjects;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hours given with an organisation, on its public page, as its own numbers tell them. */
@Component
class NumbersOfOrganization implements OrganizationPageSection {

  private final Subjects subjects;
  private final Dashboards dashboards;
  private final Fragments fragments;

  NumbersOfOrganization(Subjects subjects, Dashboards dashboards, Fragments fragments) {
    this.subjects = subjects;
    this.dashboards = dashboards;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    return subjects.organization(organization.id().value()).flatMap(subject -> {
      long minutes = dashboards.minutesEver(subject);
      return minutes == 0 ? Optional.empty() : Optional.of(fragments.of(page, "statistics/given", "minutes", minutes, "hidden", minutes == Chart.HIDDEN, "address", subject.address()));
    });
  }
}
