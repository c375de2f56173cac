package dz.linatatawwa.partnerships;

import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tab of the desk where agreements are, and the task on its first page: those that end soon, or are being signed. */
@Component
class AgreementsTab implements PartnerDeskSection {

  private final AgreementTable agreements;
  private final Partners partners;
  private final Fragments fragments;

  AgreementsTab(AgreementTable agreements, Partners partners, Fragments fragments) {
    this.agreements = agreements;
    this.partners = partners;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String labelKey() {
    return "partnerships.agreements.title";
  }

  @Override
  public String path() {
    return "/agreements";
  }

  @Override
  public Optional<Content> section(Partner partner, PartnerRole role, Page page) {
    List<Agreement> urgent = agreements.of(partner.id(), partners.today()).stream()
        .filter(one -> one.state() == AgreementState.SIGNING || one.state() == AgreementState.EXPIRING && agreements.renewal(one.id()).isEmpty()).toList();
    return urgent.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "partnerships/urgent", "rows", urgent));
  }
}
