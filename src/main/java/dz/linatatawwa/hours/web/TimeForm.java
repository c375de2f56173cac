package dz.linatatawwa.hours.web;

import dz.linatatawwa.hours.HoursOfShift;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other times for one claim, as typed: two times of day, put on the days of the shift. */
record TimeForm(Instant from, Instant to, String why, Problems problems, Map<String, String> typed) {

  static TimeForm read(long claim, String from, String to, String why, HoursOfShift hours) {
    Problems problems = new Problems();
    LocalTime start = time(from);
    LocalTime end = time(to);
    if (start == null) problems.add("from-" + claim, "hours.problem.time");
    if (end == null) problems.add("to-" + claim, "hours.problem.time");
    Reasons.need(why, "why-" + claim, problems);
    Map<String, String> typed = Map.of("from-" + claim, from, "to-" + claim, to, "why-" + claim, why);
    if (start == null || end == null) return new TimeForm(Instant.EPOCH, Instant.EPOCH, why, problems, typed);
    Instant begins = onOrAfter(hours.earliest(), start);
    return new TimeForm(begins, onOrAfter(begins, end), why, problems, typed);
  }

  /** The first moment at this time of day, not before another one: a shift over midnight ends on the next day. */
  private static Instant onOrAfter(Instant earliest, LocalTime time) {
    LocalDate day = earliest.atZone(Words.ZONE).toLocalDate();
    Instant at = day.atTime(time).atZone(Words.ZONE).toInstant();
    return at.isBefore(earliest) ? day.plusDays(1).atTime(time).atZone(Words.ZONE).toInstant() : at;
  }

  private static @Nullable LocalTime time(String typed) {
    try {
      return LocalTime.parse(Digits.latin(typed.strip()));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
