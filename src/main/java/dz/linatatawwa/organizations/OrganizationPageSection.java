package dz.linatatawwa.organizations;

import dz.linatatawwa.language.Words;
import gg.jte.Content;
import java.util.Optional;

/** A part of an organisation's public page that a room above contributes: its open opportunities, its hours given. */
public interface OrganizationPageSection {

  /** Sections stand in the order of this number, the lowest first. */
  int order();

  /** The section for readers of these words, or nothing when there is nothing to show. */
  Optional<Section> section(Organization organization, Words words);

  /** A heading, and what stands under it, escaped and ready. */
  record Section(String id, String title, Content content) {}
}
