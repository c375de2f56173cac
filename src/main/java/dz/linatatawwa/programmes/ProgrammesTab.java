package dz.linatatawwa.programmes;

import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerDeskSection;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tab of a partner's desk where its programmes are: for partners whose agreement promises recognition, or did. */
@Component
class ProgrammesTab implements PartnerDeskSection {

  private final Programmes programmes;
  private final Fragments fragments;

  ProgrammesTab(Programmes programmes, Fragments fragments) {
    this.programmes = programmes;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String labelKey() {
    return "programmes.title";
  }

  @Override
  public String path() {
    return "/programmes";
  }

  @Override
  public boolean concerns(Partner partner) {
    return programmes.covered(partner.id()) || !programmes.of(partner.id()).isEmpty();
  }

  @Override
  public Optional<Content> section(Partner partner, PartnerRole role, Page page) {
    List<Programme> open = programmes.of(partner.id()).stream().filter(one -> one.closedAt() == null).limit(6).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "programmes/ondesk", "partner", partner.id(), "rows", open));
  }
}
