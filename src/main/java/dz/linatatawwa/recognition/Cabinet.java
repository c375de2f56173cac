package dz.linatatawwa.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one person holds, and how far the rest is.
 *  @param held    the newest first
 *  @param near    what is given and not held, the nearest first
 *  @param levels  every level, reached or not
 *  @param minutes confirmed ever, in the grades that count
 *  @param year    of these, in the last 12 months */
public record Cabinet(List<Held> held, List<Near> near, List<Near> levels, long minutes, long year) {

  public Cabinet {
    held = List.copyOf(held);
    near = near.stream().sorted(Comparator.comparing(Near::share).reversed().thenComparing(n -> n.badge().sort())).toList();
    levels = List.copyOf(levels);
  }

  /** The next badge by hours alone; nothing when all are reached. */
  public Optional<Near> nextTier() {
    return near.stream().filter(next -> Tier.hours(next.badge()) > 0).min(Comparator.comparing(next -> Tier.hours(next.badge())));
  }

  /** The levels that hold today. */
  public List<Badge> standing() {
    return levels.stream().filter(level -> level.judgement().fits()).map(Near::badge).toList();
  }
}
