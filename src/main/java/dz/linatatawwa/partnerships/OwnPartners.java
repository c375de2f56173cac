package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a person's own desk: the partners that they act for. */
@Component
class OwnPartners implements OwnDeskPart {

  private final Partners partners;
  private final Fragments fragments;

  OwnPartners(Partners partners, Fragments fragments) {
    this.partners = partners;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<Partner> mine = partners.ofMember(me.id());
    return mine.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "partnerships/own", "rows", mine));
  }
}
