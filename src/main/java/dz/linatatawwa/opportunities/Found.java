package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Slice;
import org.jspecify.annotations.Nullable;

/** What a search found.
 *  @param cards  one page; its total is counted to {@link #COUNTED} at most
 *  @param meant  other words that were perhaps meant; null when the search needs no help
 *  @param instead whether the cards are those of {@code meant}, since the words typed find nothing */
public record Found(Slice<OpportunityCard> cards, @Nullable String meant, boolean instead) {

  /** Beyond this nobody counts, and nobody turns pages. */
  public static final int COUNTED = 1000;

  /** Whether there are more than were counted. */
  public boolean more() {
    return cards.total() >= COUNTED;
  }
}
