package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.api.KeyOwner;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Keys of an organisation, on its desk: its owners make and revoke them. */
@Controller
@RequestMapping("/organizations/{id:[1-9][0-9]{0,17}}/desk/keys")
class OrganizationKeyPages extends KeyPages {

  private final Desks desks;

  OrganizationKeyPages(Desks desks, KeyDesk keys, PageMaker pages) {
    super("api/organization-keys", keys, pages);
    this.desks = desks;
  }

  @Override
  Opened open(SignedIn me, long id) {
    OrganizationId organization = new OrganizationId(id);
    Desk desk = desks.open(me.id(), organization);
    if (desk.role() != Role.OWNER) throw new NotFound("keys of " + id + " are not " + me.id() + "'s");
    return new Opened(desk, desk.address("/keys"), new KeyOwner.OfOrganization(organization));
  }
}
