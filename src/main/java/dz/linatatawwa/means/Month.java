package dz.linatatawwa.means;

import dz.linatatawwa.language.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month of a thing, day by day, as its calendar shows it; weeks begin on Sunday.
 *  @param weeks seven days each; null where the day is of another month */
public record Month(YearMonth month, List<List<@Nullable Day>> weeks) {

  /** @param state {@code free}, {@code part} (some hours are taken), {@code full} or {@code past} */
  public record Day(LocalDate day, String state) {}

  /** @param holding what holds the thing in this month */
  public static Month of(YearMonth month, List<Booking> holding, LocalDate today) {
    List<List<@Nullable Day>> weeks = new ArrayList<>();
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    for (LocalDate week = first; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
      List<@Nullable Day> days = new ArrayList<>();
      for (LocalDate day = week; day.isBefore(week.plusWeeks(1)); day = day.plusDays(1)) {
        days.add(YearMonth.from(day).equals(month) ? new Day(day, day.isBefore(today) ? "past" : state(day, holding)) : null);
      }
      weeks.add(days);
    }
    return new Month(month, weeks);
  }

  /** A day is full when nothing between six in the morning and eight in the evening is free. */
  private static String state(LocalDate day, List<Booking> holding) {
    Instant begins = day.atStartOfDay(Words.ZONE).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(Words.ZONE).toInstant();
    List<Booking> here = holding.stream().filter(booking -> booking.from().isBefore(ends) && booking.to().isAfter(begins)).toList();
    if (here.isEmpty()) return "free";
    Instant reached = day.atTime(6, 0).atZone(Words.ZONE).toInstant();
    Instant evening = day.atTime(20, 0).atZone(Words.ZONE).toInstant();
    for (Booking booking : here) {
      if (booking.from().isAfter(reached)) return "part";
      if (booking.to().isAfter(reached)) reached = booking.to();
    }
    return reached.isBefore(evening) ? "part" : "full";
  }

  /** Its first moment in Algiers. */
  public Instant begins() {
    return month.atDay(1).atStartOfDay(Words.ZONE).toInstant();
  }

  /** The first moment after it. */
  public Instant ends() {
    return month.plusMonths(1).atDay(1).atStartOfDay(Words.ZONE).toInstant();
  }
}
