package dz.linatatawwa.partnerships;

import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;

/** A part of a partner's public page that a room above contributes: its open benefits, its trainings. */
public interface PartnerPageSection {

  /** Sections stand in the order of this number, the lowest first. */
  int order();

  /** What to show to this visitor, with its own heading ({@code h2}), or nothing when there is nothing to show. */
  Optional<Content> section(Partner partner, Page page);
}
