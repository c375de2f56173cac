package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Territories;
import org.springframework.stereotype.Component;

/** From which level somebody settles the hours of an organisation. */
@Component
class Levels {

  private final Organizations organizations;
  private final Territories territories;

  Levels(Organizations organizations, Territories territories) {
    this.organizations = organizations;
    this.territories = territories;
  }

  /** Who belongs to the organisation settles as its member, even where they are a supervisor too.
   *  @throws NotFound for everybody who may not settle there */
  Settler settler(AccountId person, OrganizationId id) {
    Organization organization = organizations.find(id).orElseThrow(() -> new NotFound("organisation " + id));
    Role role = organizations.role(person, id).orElse(null);
    if (role == Role.OWNER) return new Settler(person.value(), Level.OWNER);
    if (role == Role.COORDINATOR) return new Settler(person.value(), Level.COORDINATOR);
    if (role == null && territories.covers(person, organization.whereabouts())) return new Settler(person.value(), Level.SUPERVISOR);
    throw new NotFound("hours of organisation " + id + " are not settled by " + person);
  }
}
