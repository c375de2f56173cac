package dz.linatatawwa.hooks;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import org.jspecify.annotations.Nullable;

/** Whose an address is: it is told of this one's things and of nobody else's. */
public sealed interface HookOwner {

  /** An organisation's. */
  record OfOrganization(OrganizationId id) implements HookOwner {}

  /** A partner's. */
  record OfPartner(PartnerId id) implements HookOwner {}

  /** The number of the organisation; null: a partner's. */
  default @Nullable Long organization() {
    return this instanceof OfOrganization one ? one.id().value() : null;
  }

  /** The number of the partner; null: an organisation's. */
  default @Nullable Long partner() {
    return this instanceof OfPartner one ? one.id().value() : null;
  }
}
