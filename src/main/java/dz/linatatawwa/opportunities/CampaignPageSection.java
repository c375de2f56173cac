package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of a campaign's public page that a room above contributes: what its days achieved. */
public interface CampaignPageSection {

  /** What to show to everybody, or nothing when there is nothing to show. The content writes its own heading, an {@code h2};
   *  {@code site.Fragments} makes it from a template. */
  Optional<Content> section(Campaign campaign, Page page);
}
