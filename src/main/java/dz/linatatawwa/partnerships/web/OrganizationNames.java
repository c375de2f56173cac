package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationSearch;
import dz.linatatawwa.organizations.Organizations;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds an organisation by the name that somebody typed. */
@Component
class OrganizationNames {

  private final Organizations organizations;

  OrganizationNames(Organizations organizations) {
    this.organizations = organizations;
  }

  /** A verified organisation of exactly this name, in either script. */
  Optional<Organization> verified(String name) {
    return organizations.search(new OrganizationSearch(name, null, null, null, null), 1).rows().stream()
        .filter(one -> name.equals(one.profile().nameAr()) || name.equalsIgnoreCase(one.profile().nameFr())).findFirst();
  }
}
