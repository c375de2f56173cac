package dz.linatatawwa.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a search over all found.
 *  @param groups  every kind that was asked, also those without a hit, in their order
 *  @param meant   other words that were perhaps meant; null: none
 *  @param instead whether these are the hits of the other words, since those that were typed find nothing
 *  @param page    hits of the one kind that was asked for; empty where all kinds were
 *  @param next    where the next page of them begins; null: this is the last */
public record Results(List<Group> groups, @Nullable String meant, boolean instead, List<Hit> page, @Nullable Place next) {

  /** So many of a kind are counted; of more a page says that there are more. */
  public static final int COUNTED = 1000;

  /** Of one kind: how many, and the first of them. @param total {@value #COUNTED} and one: more than were counted */
  public record Group(String kind, int total, List<Hit> first) {

    public Group {
      first = List.copyOf(first);
    }

    public boolean more() {
      return total > COUNTED;
    }
  }

  /** Where a page goes on: behind this hit. @param titled whether the words stand in its title; micros since 1970; its number */
  public record Place(boolean titled, long micros, long number) {

    /** @param text as an address says it; anything else gives nothing */
    public static Optional<Place> of(String text) {
      if (!text.matches("[01]-\\d{1,17}-\\d{1,18}")) return Optional.empty();
      String[] parts = text.split("-");
      return Optional.of(new Place(parts[0].equals("1"), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    @Override
    public String toString() {
      return (titled ? "1-" : "0-") + micros + "-" + number;
    }
  }

  public Results {
    groups = List.copyOf(groups);
    page = List.copyOf(page);
  }

  /** Of all kinds together; where a kind has more than were counted, at least so many. */
  public int total() {
    return groups.stream().mapToInt(Group::total).sum();
  }

  public boolean more() {
    return groups.stream().anyMatch(Group::more);
  }
}
