package dz.linatatawwa.ideas;

import dz.linatatawwa.language.Stems;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** What somebody proposes, read and clean.
 *  @param about       may be empty
 *  @param wilaya      null: the whole country
 *  @param spot        where exactly, of a need; null: somewhere in the commune
 *  @param namesAuthor whether whoever takes it up may name its author */
public record Proposal(IdeaKind kind, String title, String about, @Nullable String field, @Nullable WilayaCode wilaya, @Nullable CommuneCode commune,
    @Nullable Point spot, boolean namesAuthor) {

  public Proposal {
    if (kind == IdeaKind.NEED && commune == null) throw new IllegalArgumentException("a need without a place");
    if (kind != IdeaKind.NEED && spot != null) throw new IllegalArgumentException("a spot of what is no need");
  }

  /** The stems of the title, for near-duplicates. */
  String titleWords() {
    return Stems.searchText(title);
  }

  /** The stems of all its words, for searches. */
  String words() {
    return Stems.searchText(title + " " + about);
  }
}
