package dz.linatatawwa.trainings.web;

import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.trainings.Catalogue;
import dz.linatatawwa.trainings.Host;
import dz.linatatawwa.trainings.TrainingCard;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The open trainings of an organisation or of a partner, on its public page. */
@Configuration(proxyBeanMethods = false)
class TrainingsInPublic {

  private static final int ORDER = 40;

  private final Catalogue catalogue;
  private final Fragments fragments;

  TrainingsInPublic(Catalogue catalogue, Fragments fragments) {
    this.catalogue = catalogue;
    this.fragments = fragments;
  }

  @Bean
  OrganizationPageSection trainingsOfOrganization() {
    return new OrganizationPageSection() {
      @Override
      public int order() {
        return ORDER;
      }

      @Override
      public Optional<Content> section(Organization organization, Page page) {
        return cards(new Host.Body(organization.id()), page);
      }
    };
  }

  @Bean
  PartnerPageSection trainingsOfPartner() {
    return new PartnerPageSection() {
      @Override
      public int order() {
        return ORDER;
      }

      @Override
      public Optional<Content> section(Partner partner, Page page) {
        return cards(new Host.Institution(partner.id()), page);
      }
    };
  }

  private Optional<Content> cards(Host host, Page page) {
    List<TrainingCard> cards = catalogue.of(host);
    return cards.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "trainings/ofHost", "cards", cards));
  }
}
