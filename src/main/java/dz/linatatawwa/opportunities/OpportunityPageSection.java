package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of an opportunity's public page that a room above contributes: what its days achieved, pictures of them. */
public interface OpportunityPageSection {

  /** What to show to everybody, or nothing when there is nothing to show. The content writes its own heading, an {@code h2};
   *  {@code site.Fragments} makes it from a template. */
  Optional<Content> section(Opportunity opportunity, Page page);
}
