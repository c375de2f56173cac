package dz.linatatawwa.trainings.web;

import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerDeskSection;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.trainings.Host;
import dz.linatatawwa.trainings.SessionsAhead;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Trainings on the desks of organisations and of partners: a tab, and the sessions of today and those to be closed. */
@Configuration(proxyBeanMethods = false)
class TrainingsOnDesks {

  private static final String TAB = "trainings.desk";
  private static final String PATH = "/trainings";

  private final SessionsAhead ahead;
  private final Fragments fragments;

  TrainingsOnDesks(SessionsAhead ahead, Fragments fragments) {
    this.ahead = ahead;
    this.fragments = fragments;
  }

  @Bean
  DeskSection trainingsOnDesk() {
    return new DeskSection() {
      @Override
      public int order() {
        return 35;
      }

      @Override
      public String labelKey() {
        return TAB;
      }

      @Override
      public String path() {
        return PATH;
      }

      @Override
      public Optional<Content> section(Organization organization, Role role, Page page) {
        return role.runs() ? due(new Host.Body(organization.id()), page) : Optional.empty();
      }
    };
  }

  @Bean
  PartnerDeskSection trainingsOnPartnerDesk() {
    return new PartnerDeskSection() {
      @Override
      public int order() {
        return 30;
      }

      @Override
      public String labelKey() {
        return TAB;
      }

      @Override
      public String path() {
        return PATH;
      }

      @Override
      public PartnerRole least() {
        return PartnerRole.COUNTER;
      }

      @Override
      public Optional<Content> section(Partner partner, PartnerRole role, Page page) {
        return due(new Host.Institution(partner.id()), page);
      }
    };
  }

  private Optional<Content> due(Host host, Page page) {
    List<SessionsAhead.Due> due = ahead.of(host);
    return due.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "trainings/due", "due", due, "host", host));
  }
}
