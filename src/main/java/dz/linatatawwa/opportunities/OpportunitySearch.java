package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The search: which reading of the words finds enough, what was perhaps meant, and the cards of one page. */
@Service
class OpportunitySearch {

  /** So few hits of the narrow reading, and the wide one is tried. */
  static final int FEW = 3;

  private final OpportunityHits hits;
  private final OpportunityCards cards;
  private final Spelling spelling;

  OpportunitySearch(OpportunityHits hits, OpportunityCards cards, Spelling spelling) {
    this.hits = hits;
    this.cards = cards;
    this.spelling = spelling;
  }

  Found find(SearchCriteria c, int page, int size) {
    Slice<OpportunityCard> found = slice(c, page, size);
    if (c.words().isBlank() || found.total() >= FEW) return new Found(found, null, false);
    String meant = spelling.meant(c.words());
    if (meant == null) return new Found(found, null, false);
    Slice<OpportunityCard> instead = slice(c.withWords(meant), page, size);
    if (instead.total() <= found.total()) return new Found(found, null, false);
    return found.total() == 0 ? new Found(instead, meant, true) : new Found(found, meant, false);
  }

  /** How many of the criteria's opportunities each wilaya has; remote ones without a place under the empty code. */
  Map<String, Integer> byWilaya(SearchCriteria c) {
    Asked asked = asked(c);
    if (asked == null) return Map.of();
    Conditions narrow = Conditions.of(c, asked, false);
    boolean enough = asked.stems().isEmpty() || hits.total(narrow) >= FEW;
    return hits.byWilaya(enough ? narrow : Conditions.of(c, asked, true));
  }

  private Slice<OpportunityCard> slice(SearchCriteria c, int page, int size) {
    Asked asked = asked(c);
    if (asked == null) return new Slice<>(List.of(), 1, size, 0);
    OpportunityHits.Page found = hits.page(c, Conditions.of(c, asked, false), page, size);
    if (found.total() < FEW && !asked.stems().isEmpty()) found = hits.page(c, Conditions.of(c, asked, true), page, size);
    return new Slice<>(cards.of(found.hits()), found.number(), size, found.total());
  }

  /** Null when words were typed that say nothing at all. */
  private static @Nullable Asked asked(SearchCriteria c) {
    Asked asked = Asked.words(c.words());
    return asked.stems().isEmpty() && !c.words().isBlank() ? null : asked;
  }
}
