package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Problems;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A shift, or a repeated one, as a coordinator typed it.
 *  @param weekdays ISO numbers, of a repeated one: 1 Monday … 7 Sunday */
public record ShiftForm(Map<String, String> typed, List<String> weekdays) {

  /** Roles that the form has room for. */
  public static final int ROLES = 3;

  /** Shifts that one repetition may make. */
  static final int MOST = 200;

  /** One span of time. */
  record Span(Instant from, Instant to) {}

  /** A role that is wanted. */
  record Wanted(String name, int capacity) {}

  /** A shift, read and clean. */
  record Plan(Span span, int capacity, List<Wanted> roles) {}

  public ShiftForm {
    typed = Map.copyOf(typed);
    weekdays = List.copyOf(weekdays);
  }

  /** A form not filled in yet. */
  public static ShiftForm empty() {
    return new ShiftForm(Map.of(), List.of());
  }

  /** From a form that was sent. */
  public static ShiftForm read(MultiValueMap<String, String> sent) {
    Map<String, String> typed = new HashMap<>();
    sent.forEach((name, values) -> typed.put(name, values.isEmpty() || values.getFirst() == null ? "" : values.getFirst()));
    return new ShiftForm(typed, Optional.ofNullable(sent.get("weekdays")).orElse(List.of()).stream().filter(day -> day.matches("[1-7]")).toList());
  }

  /** From what is kept. */
  public static ShiftForm of(Shift shift, Words words) {
    Map<String, String> typed = new HashMap<>(Map.of("day", shift.day().toString(), "begins", words.time(shift.startsAt()),
        "ends", words.time(shift.endsAt()), "capacity", Integer.toString(shift.capacity())));
    for (int i = 0; i < Math.min(ROLES, shift.roles().size()); i++) {
      typed.put("role" + (i + 1), shift.roles().get(i).name());
      typed.put("places" + (i + 1), Integer.toString(shift.roles().get(i).capacity()));
    }
    return new ShiftForm(typed, List.of());
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** One shift; an end before the beginning is on the next day. */
  Optional<Plan> once(Problems problems, Instant now) {
    LocalDate day = day("day", problems);
    Plan plan = plan(day, problems);
    if (plan != null && !plan.span.from.isAfter(now)) problems.add("day", "opportunities.shift.past");
    return problems.any() ? Optional.empty() : Optional.ofNullable(plan);
  }

  /** Every day of a repetition, without those excepted and those that are over. */
  List<LocalDate> days(Problems problems, LocalDate today) {
    LocalDate first = day("fromDay", problems);
    LocalDate last = day("toDay", problems);
    int weeks = number("everyWeeks", 1, 8, 1, problems);
    List<LocalDate> except = except(problems);
    if (weekdays.isEmpty()) problems.add("weekdays", "opportunities.series.weekdays");
    if (first != null && last != null && (last.isBefore(first) || last.isAfter(first.plusYears(1)))) problems.add("toDay", "opportunities.series.span");
    if (problems.any() || first == null || last == null) return List.of();
    LocalDate monday = first.with(DayOfWeek.MONDAY);
    List<LocalDate> days = first.datesUntil(last.plusDays(1)).filter(day -> weekdays.contains(Integer.toString(day.getDayOfWeek().getValue())))
        .filter(day -> java.time.temporal.ChronoUnit.WEEKS.between(monday, day.with(DayOfWeek.MONDAY)) % weeks == 0)
        .filter(day -> !except.contains(day) && !day.isBefore(today)).toList();
    if (days.isEmpty()) problems.add("weekdays", "opportunities.series.none");
    if (days.size() > MOST) problems.add("toDay", "opportunities.series.many", MOST);
    return problems.any() ? List.of() : days;
  }

  int everyWeeks() {
    return number("everyWeeks", 1, 8, 1, Problems.none());
  }

  LocalDate first() {
    return LocalDate.parse(Digits.latin(value("fromDay")));
  }

  LocalDate last() {
    return LocalDate.parse(Digits.latin(value("toDay")));
  }

  List<LocalDate> except(Problems problems) {
    List<LocalDate> days = new ArrayList<>();
    for (String part : Digits.latin(Typed.line(value("except"))).split("[\\s,،;؛]+")) {
      if (part.isEmpty()) continue;
      try {
        days.add(LocalDate.parse(part));
      } catch (DateTimeException e) {
        problems.add("except", "opportunities.series.except.problem");
      }
    }
    return days;
  }

  /** The shift on this day. */
  @Nullable Plan plan(@Nullable LocalDate day, Problems problems) {
    LocalTime begins = time("begins", problems);
    LocalTime ends = time("ends", problems);
    int capacity = number("capacity", 1, 100_000, -1, problems);
    List<Wanted> roles = roles(capacity, problems);
    if (day == null || begins == null || ends == null) return null;
    Instant from = day.atTime(begins).atZone(Words.ZONE).toInstant();
    Instant to = (ends.isAfter(begins) ? day : day.plusDays(1)).atTime(ends).atZone(Words.ZONE).toInstant();
    if (Duration.between(from, to).toMinutes() < 15) problems.add("ends", "opportunities.shift.short");
    return new Plan(new Span(from, to), capacity, roles);
  }

  private List<Wanted> roles(int capacity, Problems problems) {
    List<Wanted> roles = new ArrayList<>();
    int sum = 0;
    for (int i = 1; i <= ROLES; i++) {
      String name = Typed.line(value("role" + i));
      if (name.isEmpty()) continue;
      if (name.length() > 60) problems.add("role" + i, "site.problem.tooLong", 60);
      if (Typed.deceives(value("role" + i))) problems.add("role" + i, "site.problem.characters");
      int places = number("places" + i, 1, 100_000, -1, problems);
      sum += Math.max(0, places);
      roles.add(new Wanted(name, places));
    }
    if (capacity > 0 && sum > capacity) problems.add("places1", "opportunities.shift.roles");
    return roles;
  }

  private @Nullable LocalDate day(String field, Problems problems) {
    try {
      LocalDate day = LocalDate.parse(Digits.latin(Typed.line(value(field))));
      if (day.getYear() >= 2000 && day.getYear() <= 2100) return day;
    } catch (DateTimeException e) {
      // falls through to the same answer
    }
    problems.add(field, "site.problem.date");
    return null;
  }

  private @Nullable LocalTime time(String field, Problems problems) {
    String typed = Digits.latin(Typed.line(value(field))).toLowerCase(Locale.ROOT).replace('h', ':');
    try {
      return LocalTime.parse(typed.matches("\\d:.*") ? "0" + typed : typed).withSecond(0).withNano(0);
    } catch (DateTimeException e) {
      problems.add(field, "opportunities.problem.time");
      return null;
    }
  }

  private int number(String field, int least, int most, int otherwise, Problems problems) {
    String digits = Digits.latin(Typed.line(value(field)));
    if (digits.isEmpty() && otherwise >= 0) return otherwise;
    int number = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
    if (number >= least && number <= most) return number;
    problems.add(field, "site.problem.range", least, most);
    return otherwise;
  }
}
