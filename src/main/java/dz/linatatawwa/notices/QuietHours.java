package dz.linatatawwa.notices;

import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Hours of Algiers in which no phone rings for what can wait.
 *  @param from the hour in which they begin, 0 to 23
 *  @param to   the hour at which they end; the same as {@code from}: there are none */
public record QuietHours(int from, int to) {

  /** From nine in the evening to seven in the morning. */
  public static final QuietHours USUAL = new QuietHours(21, 7);

  public QuietHours {
    if (from < 0 || from > 23 || to < 0 || to > 23) throw new IllegalArgumentException("not hours of a day: " + from + ", " + to);
  }

  /** Whether there are any. */
  public boolean any() {
    return from != to;
  }

  /** The moment itself outside of them, else the moment at which they end. */
  public Instant after(Instant at) {
    ZonedDateTime here = at.atZone(Words.ZONE);
    if (!any() || !quiet(here.getHour())) return at;
    ZonedDateTime end = here.with(LocalTime.of(to, 0));
    return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
  }

  private boolean quiet(int hour) {
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  }
}
