package dz.linatatawwa.guardians;

import dz.linatatawwa.site.Page;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.Volunteer;
import gg.jte.Content;
import java.util.Optional;

/** A part of a guardian's page that a room above contributes: what is written to the minor. It is drawn only for a guardian whose contact was proved by a code. */
public interface GuardianPageSection {

  /** What to show of the minor, with its own heading ({@code h2}), or nothing. */
  Optional<Content> section(Guardian guardian, Volunteer minor, Page page);
}
