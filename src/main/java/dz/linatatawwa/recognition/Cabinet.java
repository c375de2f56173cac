package dz.linatatawwa.recognition;

import java.util.List;
import java.util.Optional;

/** All badges of one person.
 *  @param badges  every tier in its order
 *  @param minutes confirmed, in the grades that count */
public record Cabinet(List<Badge> badges, long minutes) {

  public Cabinet {
    badges = List.copyOf(badges);
  }

  /** The next badge; nothing when all are reached. */
  public Optional<Badge> next() {
    return badges.stream().filter(badge -> !badge.reached() && badge.hours() * 60L > minutes).findFirst();
  }

  /** The highest one reached. */
  public Optional<Badge> highest() {
    return badges.stream().filter(Badge::reached).reduce((lower, higher) -> higher);
  }

  /** Minutes that are still missing for the next one; 0 when there is none. */
  public long missing() {
    return next().map(badge -> badge.hours() * 60L - minutes).orElse(0L);
  }
}
