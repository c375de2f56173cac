package dz.linatatawwa.hours;

import dz.linatatawwa.language.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Minutes on one day of Algeria. */
record DayTime(LocalDate day, int minutes) {

  /** Spreads time over the days that it touches: a shift over midnight counts on both. The parts add up to {@code minutes} exactly.
   *  @param minutes whole minutes of the span, as claimed: at most its length */
  static List<DayTime> of(Instant from, Instant to, int minutes) {
    List<DayTime> days = new ArrayList<>();
    int before = 0;
    for (LocalDate day = from.atZone(Words.ZONE).toLocalDate(); before < minutes; day = day.plusDays(1)) {
      Instant midnight = day.plusDays(1).atStartOfDay(Words.ZONE).toInstant();
      Instant end = midnight.isBefore(to) ? midnight : to;
      int upToHere = (int) Math.min(minutes, Duration.between(from, end).toMinutes());
      if (upToHere > before) days.add(new DayTime(day, upToHere - before));
      before = upToHere;
      if (!end.isBefore(to) && before < minutes) throw new IllegalArgumentException(minutes + " minutes from " + from + " to " + to);
    }
    return List.copyOf(days);
  }
}
