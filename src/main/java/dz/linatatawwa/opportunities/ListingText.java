package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Stems;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The words by which an opportunity is found, as PostgreSQL keeps them: stems of folded words with a weight each.
 *
 * <p>Weight A: what it is about in its own words, who runs it and where it is, in every spelling of the place, so that «سطيف» and
 * "Setif" both hit. Weight D: the name of its whole field and the long description; asked only when little else is found. Everybody who
 * fills rows of opportunities in bulk calls {@link Listings#refresh} afterwards, which does all this. */
public final class ListingText {

  private static final int LONG_TEXT = 160;
  private static final int LONGEST = 60;

  private final Map<String, Character> weights = new HashMap<>();
  private final Set<String> spoken = new LinkedHashSet<>();

  /** Adds text that says what the opportunity is: its stems, and its words as they are, for whoever has typed but their beginning. */
  public ListingText about(String text) {
    add(text, 'A', Integer.MAX_VALUE);
    for (String word : text.split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
      if (word.length() > 2) spoken.add(word);
    }
    for (String folded : Folding.fold(text).split(" ")) {
      if (folded.length() > 3 && folded.length() <= LONGEST) weights.put(Spelling.bare(folded), 'A');
    }
    return this;
  }

  /** Adds text around it: the field's name, the description; the first 160 words of it. */
  public ListingText around(String text) {
    add(text, 'D', LONG_TEXT);
    return this;
  }

  /** As PostgreSQL reads a {@code tsvector}. */
  public String vector() {
    StringBuilder vector = new StringBuilder();
    weights.forEach((stem, weight) -> vector.append('\'').append(stem).append("':1").append(weight).append(' '));
    return vector.toString();
  }

  /** The words as they were written, by folded form without the article, for "did you mean". */
  Map<String, String> spoken() {
    Map<String, String> byFolded = new HashMap<>();
    for (String word : spoken) byFolded.putIfAbsent(Spelling.bare(Folding.fold(word)), word);
    return byFolded;
  }

  private void add(String text, char weight, int atMost) {
    int added = 0;
    for (String stem : Stems.searchText(text).split(" ")) {
      if (stem.isEmpty() || stem.length() > LONGEST) continue;
      if (++added > atMost) return;
      weights.merge(stem, weight, (a, b) -> a == 'A' ? a : b);
    }
  }
}
