package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of the page on which an organisation writes one of its opportunities, contributed by a room above: what is required of those who apply. */
public interface OpportunityDeskSection {

  /** What to show to a member of the organisation, with its own heading ({@code h2}), or nothing.
   *  @param runs whether the member may change the opportunity */
  Optional<Content> section(Opportunity opportunity, boolean runs, Page page);
}
