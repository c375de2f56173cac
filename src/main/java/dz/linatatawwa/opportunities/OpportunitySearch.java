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

  private final OpportunityHits asking;
  private final ListingMemory memory;
  private final OpportunityCards cards;
  private final Spelling spelling;

  OpportunitySearch(OpportunityHits asking, ListingMemory memory, OpportunityCards cards, Spelling spelling) {
    this.asking = asking;
    this.memory = memory;
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

  /** What each wilaya has of the criteria's opportunities; remote ones without a place under the empty code. */
  Map<String, OpenOffer> byWilaya(SearchCriteria c) {
    Asked asked = asked(c);
    if (asked == null) return Map.of();
    ListingCopy copy = memory.copy();
    Hits hits = copy != null && (!cards.behind(copy.seen()) || memory.bringOn(copy)) ? copy : asking;
    boolean enough = asked.stems().isEmpty() || hits.total(c, asked, false) >= FEW;
    return hits.byWilaya(c, asked, !enough);
  }

  /** What is remembered answers; the statement that reads the cards tells whether that was behind, and then it is brought on and asked again: so
   *  everything is found that was committed before the search came, whoever did it. */
  private Slice<OpportunityCard> slice(SearchCriteria c, int page, int size) {
    Asked asked = asked(c);
    if (asked == null) return new Slice<>(List.of(), 1, size, 0);
    ListingCopy copy = memory.copy();
    if (copy == null) return slice(asking, c, asked, page, size);
    String seen = copy.seen();
    Hits.Page found = found(copy, c, asked, page, size);
    OpportunityCards.Shown shown = cards.of(found.hits(), seen);
    if (!shown.behind()) return new Slice<>(shown.cards(), found.number(), size, found.total());
    return slice(memory.bringOn(copy) ? copy : asking, c, asked, page, size);
  }

  private Slice<OpportunityCard> slice(Hits hits, SearchCriteria c, Asked asked, int page, int size) {
    Hits.Page found = found(hits, c, asked, page, size);
    return new Slice<>(cards.of(found.hits(), null).cards(), found.number(), size, found.total());
  }

  private static Hits.Page found(Hits hits, SearchCriteria c, Asked asked, int page, int size) {
    Hits.Page found = hits.page(c, asked, false, page, size);
    return found.total() < FEW && !asked.stems().isEmpty() ? hits.page(c, asked, true, page, size) : found;
  }

  /** Null when words were typed that say nothing at all. */
  private static @Nullable Asked asked(SearchCriteria c) {
    Asked asked = Asked.words(c.words());
    return asked.stems().isEmpty() && !c.words().isBlank() ? null : asked;
  }
}
