package dz.linatatawwa.hooks.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hooks.HookOwner;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.NotFound;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the desk that an address names, for its owners; for everybody else there is none. */
@Component
class HookFrames {

  private final Desks desks;
  private final PartnerDesks partners;

  HookFrames(Desks desks, PartnerDesks partners) {
    this.desks = desks;
    this.partners = partners;
  }

  /** @param path the varying parts of the address: {@code oid} of an organisation or {@code pid} of a partner */
  HookFrame open(AccountId me, Map<String, String> path) {
    String organization = path.get("oid");
    if (organization == null) {
      PartnerId id = new PartnerId(Long.parseLong(path.getOrDefault("pid", "0")));
      return new HookFrame(new HookOwner.OfPartner(id), null, partners.open(me, id, PartnerRole.OWNER));
    }
    OrganizationId id = new OrganizationId(Long.parseLong(organization));
    Desk desk = desks.open(me, id);
    if (desk.role() != Role.OWNER) throw new NotFound("organisation " + id + " is not owned by " + me);
    return new HookFrame(new HookOwner.OfOrganization(id), desk, null);
  }
}
