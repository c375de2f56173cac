package dz.linatatawwa.rewards.web;

import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerPageSection;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a partner's public page: what it gives now. */
@Component
class BenefitsOfPartner implements PartnerPageSection {

  private final Benefits benefits;
  private final Fragments fragments;

  BenefitsOfPartner(Benefits benefits, Fragments fragments) {
    this.benefits = benefits;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Content> section(Partner partner, Page page) {
    List<Benefit> offered = benefits.offeredBy(partner.id());
    return offered.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "rewards/ofPartner", "benefits", offered));
  }
}
