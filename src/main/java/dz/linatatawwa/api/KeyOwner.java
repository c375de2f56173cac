package dz.linatatawwa.api;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;

/** Whose a key is: it never does what this body could not do itself. */
public sealed interface KeyOwner {

  /** An organisation's. */
  record OfOrganization(OrganizationId id) implements KeyOwner {}

  /** A partner's. */
  record OfPartner(PartnerId id) implements KeyOwner {}

  /** As answers and the audit log write it: {@code organization}, {@code partner}. */
  default String kind() {
    return this instanceof OfOrganization ? "organization" : "partner";
  }

  /** Its number among its kind. */
  default long number() {
    return switch (this) {
      case OfOrganization(OrganizationId id) -> id.value();
      case OfPartner(PartnerId id) -> id.value();
    };
  }
}
