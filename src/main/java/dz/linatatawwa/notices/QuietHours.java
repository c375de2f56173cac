package dz.linatatawwa.notices;

import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** The night, 22:00 to 07:00, in which no SMS goes out that can wait. */
final class QuietHours {

  private static final LocalTime EVENING = LocalTime.of(22, 0);
  private static final LocalTime MORNING = LocalTime.of(7, 0);

  private QuietHours() {}

  /** The moment itself by day, else the next 07:00. */
  static Instant after(Instant at) {
    ZonedDateTime here = at.atZone(Words.ZONE);
    LocalTime time = here.toLocalTime();
    if (!time.isBefore(MORNING) && time.isBefore(EVENING)) return at;
    ZonedDateTime morning = here.with(MORNING);
    return (time.isBefore(MORNING) ? morning : morning.plusDays(1)).toInstant();
  }
}
