package dz.linatatawwa.accounts;

import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** What a room contributes to a person's own desk ({@code /desk}): a section while there is something to say, and links that are always there. */
public interface OwnDeskPart {

  /** Sections and links stand in the order of this number, the lowest first: certificates 10, benefits 20, trainings 30, programmes 40, partners 50. */
  int order();

  /** A section with its own heading ({@code h2}); nothing while there is nothing to say. */
  default Optional<Content> section(SignedIn me, Page page) {
    return Optional.empty();
  }

  /** Links below the desk, for this person. */
  default List<Link> links(SignedIn me, Page page) {
    return List.of();
  }
}
