package dz.linatatawwa.partnerships;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of a partner's desk that a room contributes: a tab, and what the desk's first page says of it. */
public interface PartnerDeskSection {

  /** Tabs and sections stand in the order of this number, the lowest first: agreements 10, benefits 20, trainings 30, programmes 40, people 90. */
  int order();

  /** The message key of the tab. */
  String labelKey();

  /** Where the tab leads, below {@code /partners/{id}/desk}: {@code /benefits}. */
  String path();

  /** Who sees the tab and the section: this role and those above it. */
  default PartnerRole least() {
    return PartnerRole.MANAGER;
  }

  /** Whether this partner has such a tab at all. */
  default boolean concerns(Partner partner) {
    return true;
  }

  /** What the desk's first page shows of it, with its own heading ({@code h2}), or nothing when there is nothing to do. */
  default Optional<Content> section(Partner partner, PartnerRole role, Page page) {
    return Optional.empty();
  }
}
