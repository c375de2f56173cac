package dz.linatatawwa.search;

import dz.linatatawwa.opportunities.Asked;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The face of the room: finds what everybody may see by words in any letters, of all kinds or of one. */
@Service
public class SearchOverAll {

  static final int FIRST = 3;
  static final int PAGE = 20;
  /** So few hits, and other words are looked for that were perhaps meant. */
  private static final int FEW = 3;
  /** In this order; a kind that is not among them comes behind them. */
  private static final List<String> ORDER = List.of("opportunity", "campaign", "organization", "training", "idea", "operation", "story");

  private final FindableHits hits;
  private final FindableWords words;
  private final SearchKeeping keeping;

  SearchOverAll(FindableHits hits, FindableWords words, SearchKeeping keeping) {
    this.hits = hits;
    this.words = words;
    this.keeping = keeping;
  }

  /** The kinds that can be searched, in the order in which they are shown. */
  public List<String> kinds() {
    return keeping.kinds().stream().sorted(java.util.Comparator.comparingInt(kind -> ORDER.contains(kind) ? ORDER.indexOf(kind) : ORDER.size())).toList();
  }

  /** @param typed as typed: 120 letters and eight words of it count
   *  @param kind  one kind, of which a page is shown; empty: all
   *  @param after where the page begins; null: at the first */
  public Results find(String typed, String kind, Results.@Nullable Place after) {
    Asked asked = Asked.words(typed);
    if (asked.stems().isEmpty()) return new Results(kinds().stream().map(one -> new Results.Group(one, 0, List.of())).toList(), null, false, List.of(), null);
    List<Results.Group> groups = overview(asked);
    int total = groups.stream().mapToInt(Results.Group::total).sum();
    Optional<String> meant = total < FEW ? words.meant(typed) : Optional.empty();
    if (meant.isEmpty()) return results(asked, groups, kind, after, null, false);
    Asked other = Asked.words(meant.get());
    List<Results.Group> others = other.stems().isEmpty() ? List.of() : overview(other);
    if (others.stream().mapToInt(Results.Group::total).sum() <= total) return results(asked, groups, kind, after, null, false);
    return total == 0 ? results(other, others, kind, after, meant.get(), true) : results(asked, groups, kind, after, meant.get(), false);
  }

  private List<Results.Group> overview(Asked asked) {
    return hits.overview(asked, kinds(), FIRST);
  }

  private Results results(Asked asked, List<Results.Group> groups, String kind, Results.@Nullable Place after, @Nullable String meant, boolean instead) {
    Optional<Results.Group> group = groups.stream().filter(one -> one.kind().equals(kind)).findFirst();
    if (group.isEmpty() || group.get().total() == 0) return new Results(groups, meant, instead, List.of(), null);
    List<FindableHits.Placed> found = hits.page(asked, kind, !group.get().more(), after, PAGE + 1);
    List<FindableHits.Placed> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Results(groups, meant, instead, page.stream().map(FindableHits.Placed::hit).toList(), found.size() > PAGE ? page.getLast().place() : null);
  }
}
