package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of the page on which an organisation writes one of its campaigns, contributed by a room above: what it means to reach. */
public interface CampaignDeskSection {

  /** What to show to a member who runs the organisation, with its own heading ({@code h2}), or nothing. */
  Optional<Content> section(Campaign campaign, Page page);
}
