package dz.linatatawwa.organizations;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of an organisation's desk that a room contributes: a tab, and what the desk's first page says of it. */
public interface DeskSection {

  /** Tabs and sections stand in the order of this number, the lowest first: opportunities 10, applications 20, the day 30, hours 40, members 90. */
  int order();

  /** The message key of the tab. */
  String labelKey();

  /** Where the tab leads, below {@code /organizations/{id}/desk}: {@code /opportunities}. */
  String path();

  /** Whether somebody of this role may open the tab: who runs the organisation, unless a room says otherwise. */
  default boolean openTo(Role role) {
    return role.runs();
  }

  /** What the desk's first page shows of it, with its own heading ({@code h2}), or nothing when there is nothing to do.
   *  @param role of the member who looks: a reader sees numbers and no buttons */
  default Optional<Content> section(Organization organization, Role role, Page page) {
    return Optional.empty();
  }
}
