package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Stems;
import dz.linatatawwa.language.Slips;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which an opportunity is found, as PostgreSQL keeps them: stems of folded words.
 *
 * <p>Narrow: what it is about in its own words, who runs it and where it is, in every spelling of the place, so that «سطيف» and
 * "Setif" both hit. Wide: the name of its whole field and the long description; asked only when little else is found. Everybody who
 * fills rows of opportunities in bulk calls {@link Listings#refresh} afterwards, which does all this. */
public final class ListingText {

  private static final int LONG_TEXT = 160;
  private static final int LONGEST = 60;

  private final Set<String> narrow = new LinkedHashSet<>();
  private final Set<String> wide = new LinkedHashSet<>();
  private final Set<String> spoken = new LinkedHashSet<>();

  /** Adds text that says what the opportunity is: its stems, and its words as they are, for whoever has typed but their beginning. */
  public ListingText about(String text) {
    add(text, narrow, Integer.MAX_VALUE);
    for (String word : text.split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
      if (word.length() > 2) spoken.add(word);
    }
    for (String folded : Folding.fold(text).split(" ")) {
      if (folded.length() > 3 && folded.length() <= LONGEST) narrow.add(Slips.bare(folded));
    }
    return this;
  }

  /** Adds text around it: the field's name, the description; the first 160 words of it. */
  public ListingText around(String text) {
    add(text, wide, LONG_TEXT);
    return this;
  }

  /** What it says of itself, as PostgreSQL reads a {@code tsvector}. */
  public String narrow() {
    return vector(narrow);
  }

  /** What stands around it and was not said already, as PostgreSQL reads a {@code tsvector}. */
  public String wide() {
    Set<String> rest = new LinkedHashSet<>(wide);
    rest.removeAll(narrow);
    return vector(rest);
  }

  /** The words as they were written, by folded form without the article, for "did you mean". */
  public Map<String, String> spoken() {
    Map<String, String> byFolded = new HashMap<>();
    for (String word : spoken) byFolded.putIfAbsent(Slips.bare(Folding.fold(word)), word);
    return byFolded;
  }

  private static String vector(Set<String> stems) {
    return stems.stream().map(stem -> '\'' + stem + '\'').collect(Collectors.joining(" "));
  }

  private static void add(String text, Set<String> stems, int atMost) {
    int added = 0;
    for (String stem : Stems.searchText(text).split(" ")) {
      if (stem.isEmpty() || stem.length() > LONGEST) continue;
      if (++added > atMost) return;
      stems.add(stem);
    }
  }
}
