package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.BookSection;
import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** In the book of hours: the certificate, in one press. */
@Component
class CertificateInBook implements BookSection {

  private final Fragments fragments;

  CertificateInBook(Fragments fragments) {
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(AccountId person, HourTotals totals, Page page) {
    return totals.confirmed() == 0 ? Optional.empty() : Optional.of(fragments.of(page, "certificates/atOnce"));
  }
}
