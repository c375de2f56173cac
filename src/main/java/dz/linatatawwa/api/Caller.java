package dz.linatatawwa.api;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.site.NotFound;

/** Another system that came in by a living key. What it does, it does in the name of the key's maker, through the same faces as the pages. */
public record Caller(ApiKey key) {

  /** In whose name it acts. */
  public AccountId maker() {
    return key.maker();
  }

  /** @throws NotFound for a partner's key */
  public OrganizationId organization() {
    if (key.owner() instanceof KeyOwner.OfOrganization(OrganizationId id)) return id;
    throw new NotFound("key " + key.id() + " is no organisation's");
  }

  /** @throws NotFound for an organisation's key */
  public PartnerId partner() {
    if (key.owner() instanceof KeyOwner.OfPartner(PartnerId id)) return id;
    throw new NotFound("key " + key.id() + " is no partner's");
  }

  public boolean may(KeyScope scope) {
    return key.may(scope);
  }
}
