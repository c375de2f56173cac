package dz.linatatawwa.means.web;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.means.Wanted;
import dz.linatatawwa.site.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form, field by field; what cannot be read is a problem beside its field. */
record Fields(Map<String, String> typed, Problems problems) {

  Fields {
    typed = Map.copyOf(typed);
  }

  static Fields of(Map<String, String> typed) {
    return new Fields(typed, Problems.none());
  }

  String get(String name) {
    return typed.getOrDefault(name, "");
  }

  boolean ticked(String name) {
    return get(name).equals("true");
  }

  /** One line. @param min 0: it may be empty */
  String line(String name, int min, int max) {
    return bounded(name, Typed.line(typed.get(name)), min, max);
  }

  /** Many lines; may be empty. */
  String lines(String name, int max) {
    return bounded(name, Typed.text(typed.get(name)), 0, max);
  }

  private String bounded(String name, String value, int min, int max) {
    if (value.length() < min) problems.add(name, "site.problem.required");
    if (value.length() > max) problems.add(name, "site.problem.tooLong", max);
    return value;
  }

  /** A whole number of units, in whatever digits. @return 1 where it is none, with a problem */
  int amount(String name) {
    String digits = Digits.latin(Typed.line(typed.get(name))).replaceAll("[\\s\\u00a0\\u202f]", "");
    long number = digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    if (number >= 1 && number <= Wanted.MOST) return (int) number;
    problems.add(name, "site.problem.range", 1, Wanted.MOST);
    return 1;
  }

  /** @return null where it is none, with a problem */
  @Nullable LocalDate date(String name) {
    try {
      return LocalDate.parse(Digits.latin(Typed.line(typed.get(name))));
    } catch (DateTimeParseException e) {
      problems.add(name, "site.problem.date");
      return null;
    }
  }

  /** A moment in Algeria, of a day and a time of day. @return null where either is none, with a problem */
  @Nullable Instant moment(String day, String time) {
    LocalDate date = date(day);
    try {
      LocalTime clock = LocalTime.parse(Digits.latin(Typed.line(typed.get(time))));
      return date == null ? null : date.atTime(clock).atZone(Words.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      problems.add(time, "means.problem.time");
      return null;
    }
  }

  /** A number of the address; anything else is none. */
  static @Nullable Long id(@Nullable String typed) {
    return typed != null && typed.matches("[1-9]\\d{0,17}") ? Long.valueOf(typed) : null;
  }

  /** The page of a list that the address names; 1 where it names none. */
  static int page(String typed) {
    return typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 1;
  }
}
