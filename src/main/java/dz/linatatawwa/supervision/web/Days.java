package dz.linatatawwa.supervision.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days of forms. */
final class Days {

  private Days() {}

  /** The day that was typed, not before today; what cannot be read is a problem of the field, and today. */
  static LocalDate read(String typed, String field, Problems problems, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (!day.isBefore(today) && day.getYear() < 2200) return day;
      problems.add(field, "supervision.problem.past");
    } catch (DateTimeParseException e) {
      problems.add(field, "supervision.problem.day");
    }
    return today;
  }

  /** Its first moment in Algeria. */
  static Instant start(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toInstant();
  }
}
