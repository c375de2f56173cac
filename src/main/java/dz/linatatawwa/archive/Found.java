package dz.linatatawwa.archive;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A page of the archive.
 *  @param next   where the next page begins; null on the last
 *  @param total  how many are found; no more than {@value #COUNTED} are counted where words or other finer filters are asked for
 *  @param more   whether there are more than were counted
 *  @param years  how many began in each year, the newest first; 0 where nobody counted
 *  @param meant  the same words put right, where next to nothing is found
 *  @param instead whether the page shows what was meant, because nothing else was found */
public record Found(List<Hit> hits, Criteria.@Nullable Place next, long total, boolean more, SortedMap<Integer, Long> years, @Nullable String meant,
    boolean instead) {

  public static final int COUNTED = 1_000;

  /** One of them.
   *  @param picture the first one, small; null where there is none */
  public record Hit(Operation operation, @Nullable String picture) {}

  public Found {
    hits = List.copyOf(hits);
  }
}
