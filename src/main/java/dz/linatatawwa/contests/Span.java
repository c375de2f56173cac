package dz.linatatawwa.contests;

import java.time.Duration;
import java.time.Instant;

/** From when to when somebody was there. */
public record Span(Instant from, Instant to) {

  public Span {
    if (!from.isBefore(to)) throw new IllegalArgumentException("from " + from + " to " + to);
  }

  /** Whole minutes. */
  public long minutes() {
    return Duration.between(from, to).toMinutes();
  }
}
