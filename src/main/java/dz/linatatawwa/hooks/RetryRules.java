package dz.linatatawwa.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that did not arrive is tried again: the schedule that Standard Webhooks proposes, ten tries in three days. */
final class RetryRules {

  private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5),
      Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Pauses are up to a fifth shorter or longer, so that what failed together does not come back together. */
  private static final double JITTER = 0.2;

  private RetryRules() {}

  /** So many tries altogether. */
  static int tries() {
    return PAUSES.size() + 1;
  }

  /** @param tries  so many were made
   *  @param asked  so long the receiver asked to be left alone (Retry-After); at most a day of it is granted
   *  @param random from 0 to 1
   *  @return nothing: it is not tried any more */
  static Optional<Duration> next(int tries, Optional<Duration> asked, double random) {
    if (tries > PAUSES.size()) return Optional.empty();
    Duration planned = PAUSES.get(Math.max(0, tries - 1));
    Duration pause = Duration.ofMillis(Math.round(planned.toMillis() * (1 - JITTER + 2 * JITTER * random)));
    Duration least = asked.filter(one -> one.compareTo(LONGEST) < 0).or(() -> asked.map(_ -> LONGEST)).orElse(Duration.ZERO);
    return Optional.of(pause.compareTo(least) < 0 ? least : pause);
  }
}
