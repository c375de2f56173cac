package dz.linatatawwa.trainings;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;

/** Who gives a training. */
public sealed interface Host {

  /** A verified organisation. */
  record Body(OrganizationId id) implements Host {}

  /** A partner, under an agreement that promises training places. */
  record Institution(PartnerId id) implements Host {}

  /** Its public page. */
  default String page() {
    return switch (this) {
      case Body(var id) -> "/organizations/" + id;
      case Institution(var id) -> "/partners/" + id;
    };
  }

  /** Where it works on its trainings. */
  default String desk() {
    return page() + "/desk/trainings";
  }
}
