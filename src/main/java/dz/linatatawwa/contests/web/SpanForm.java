package dz.linatatawwa.contests.web;

import dz.linatatawwa.contests.Span;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads "from" and "to" as times of day within a shift and its grace; both, or neither. */
final class SpanForm {

  private SpanForm() {}

  /** @return null where nothing was typed, or something was wrong */
  static @Nullable Span read(String from, String to, Instant earliest, Instant latest, Problems problems) {
    if (from.isBlank() && to.isBlank()) return null;
    LocalTime start = time(from);
    LocalTime end = time(to);
    if (start == null) problems.add("from", "contests.problem.time");
    if (end == null) problems.add("to", "contests.problem.time");
    if (start == null || end == null) return null;
    Instant begins = onOrAfter(earliest, start);
    Instant ends = onOrAfter(begins.plusSeconds(60), end);
    if (ends.isAfter(latest)) {
      problems.add("from", "contests.problem.outside");
      return null;
    }
    return new Span(begins, ends);
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
