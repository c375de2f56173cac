package dz.linatatawwa.volunteers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import dz.linatatawwa.language.Words;

/** A part of a week in which somebody usually has time: {@code sat-am}. */
public record Availability(DayOfWeek day, Part part) {

  /** A third of a day: until 12:00, until 17:00, after. */
  public enum Part {
    AM, PM, EV;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The week as it is lived here, from Saturday to Friday. */
  public static final List<DayOfWeek> WEEK = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
      DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

  public String code() {
    return dayCode(day) + "-" + part.code();
  }

  /** The three letters of a day in codes: {@code sat}. */
  public static String dayCode(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  public static Optional<Availability> of(String code) {
    return all().stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** The part of the week in which a shift begins, in Algeria. */
  public static Availability at(Instant start) {
    ZonedDateTime there = start.atZone(Words.ZONE);
    Part part = there.getHour() < 12 ? Part.AM : there.getHour() < 17 ? Part.PM : Part.EV;
    return new Availability(there.getDayOfWeek(), part);
  }

  private static List<Availability> all() {
    List<Availability> all = new ArrayList<>();
    for (DayOfWeek day : WEEK) for (Part part : Part.values()) all.add(new Availability(day, part));
    return all;
  }
}
