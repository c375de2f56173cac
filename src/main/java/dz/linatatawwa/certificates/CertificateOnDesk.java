package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.volunteers.Volunteers;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a person's desk: the certificate, in one press, once there are hours; and the way to all of them. */
@Component
class CertificateOnDesk implements OwnDeskPart {

  private final HourLedger ledger;
  private final Volunteers volunteers;
  private final Fragments fragments;

  CertificateOnDesk(HourLedger ledger, Volunteers volunteers, Fragments fragments) {
    this.ledger = ledger;
    this.volunteers = volunteers;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    return ledger.totals(me.id()).confirmed() == 0 ? Optional.empty() : Optional.of(fragments.of(page, "certificates/onDesk"));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return volunteers.find(me.id()).isEmpty() ? List.of() : List.of(new Link(page.text("certificates.title"), "/certificates", false));
  }
}
