package dz.linatatawwa.opportunities;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which opportunities a search finds, and in which order: answered by SQL, or by what is remembered of the listing; both say the same. */
interface Hits {

  /** One of them. @param kilometres from where the search measured; null when it did not */
  record Hit(long id, @Nullable Double kilometres) {}

  /** A page of them. @param total counted to {@link Found#COUNTED} at most */
  record Page(List<Hit> hits, int number, int total) {}

  /** One page; a number beyond the last gives the last.
   *  @param wide whether each word may stand anywhere: in the description and the field's name too */
  Page page(SearchCriteria c, Asked asked, boolean wide, int page, int size);

  /** How many, counted to {@link Found#COUNTED} at most. */
  int total(SearchCriteria c, Asked asked, boolean wide);

  /** What each wilaya has of them; remote ones without a place under the empty code. */
  Map<String, OpenOffer> byWilaya(SearchCriteria c, Asked asked, boolean wide);

  /** The last page there is to turn to. */
  static int last(int total, int size) {
    return Math.max(1, (total + size - 1) / size);
  }
}
