package dz.linatatawwa.means;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import org.jspecify.annotations.Nullable;

/** In whose name goods are promised. A person who is signed in always stands behind it. */
public sealed interface Giver {

  /** The person. */
  record Person() implements Giver {}

  /** An organisation that the person runs. */
  record Body(OrganizationId id) implements Giver {}

  /** A partner that the person manages. */
  record Institution(PartnerId id) implements Giver {}

  /** The organisation's number, or null. */
  default @Nullable Long organization() {
    return this instanceof Body(var id) ? id.value() : null;
  }

  /** The partner's number, or null. */
  default @Nullable Long partner() {
    return this instanceof Institution(var id) ? id.value() : null;
  }
}
