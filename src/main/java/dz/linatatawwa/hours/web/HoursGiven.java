package dz.linatatawwa.hours.web;

import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hours given, on an organisation's public page. */
@Component
class HoursGiven implements OrganizationPageSection {

  private final HourLedger ledger;
  private final Fragments fragments;

  HoursGiven(HourLedger ledger, Fragments fragments) {
    this.ledger = ledger;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<Content> section(Organization organization, Page page) {
    long minutes = ledger.minutesGiven(organization.id());
    return minutes == 0 ? Optional.empty() : Optional.of(fragments.of(page, "hours/given", "minutes", minutes));
  }
}
