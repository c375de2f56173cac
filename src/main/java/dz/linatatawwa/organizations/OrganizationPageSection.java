package dz.linatatawwa.organizations;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of an organisation's public page that a room above contributes: its open opportunities, its hours given. */
public interface OrganizationPageSection {

  /** Sections stand in the order of this number, the lowest first. */
  int order();

  /** What to show to this visitor, or nothing when there is nothing to show. The content writes its own heading, an {@code h2};
   *  {@code site.Fragments} makes it from a template. */
  Optional<Content> section(Organization organization, Page page);
}
