package dz.linatatawwa.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** When people give time: Fridays and Saturdays, Ramadan, 5 December, 25 October, and the season of each work. */
final class Season {

  /** Ramadan as computed (Umm al-Qura); the moon may move it by a day. */
  private static final List<LocalDate> RAMADANS = List.of(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 2, 18), LocalDate.of(2027, 2, 8), LocalDate.of(2028, 1, 28),
      LocalDate.of(2029, 1, 16), LocalDate.of(2030, 1, 5), LocalDate.of(2030, 12, 26));

  private Season() {}

  /** How likely a work of this season falls on this day; 0 means never. */
  static double weight(String season, LocalDate day) {
    double weight = inSeason(season, day);
    if (weight == 0) return 0;
    DayOfWeek weekday = day.getDayOfWeek();
    if (weekday == DayOfWeek.FRIDAY || weekday == DayOfWeek.SATURDAY) weight *= 3;
    if (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 5) weight *= 30;
    return weight;
  }

  private static double inSeason(String season, LocalDate day) {
    int month = day.getMonthValue();
    return switch (season) {
      case "trees" -> month == 10 && day.getDayOfMonth() == 25 ? 60 : month >= 10 || month <= 3 ? 1 : 0;
      case "ramadan" -> ramadan(day) ? 1 : 0;
      case "winter" -> month >= 11 || month <= 2 ? 1 : 0;
      case "summer" -> month >= 6 && month <= 9 ? 1 : 0;
      case "school" -> ramadan(day) ? 0.3 : month >= 10 || month <= 5 ? 1 : 0;
      case "spring" -> month >= 3 && month <= 5 ? 1 : 0;
      case "autumn" -> month >= 10 && month <= 12 ? 1 : 0;
      case "august" -> month == 8 || month == 9 ? 1 : 0;
      case "september" -> month == 9 || month == 8 && day.getDayOfMonth() > 15 ? 1 : 0;
      case "october" -> month == 10 ? 3 : month == 11 ? 1.5 : 0.3;
      default -> ramadan(day) ? 0.4 : 1;
    };
  }

  private static boolean ramadan(LocalDate day) {
    return RAMADANS.stream().anyMatch(first -> !day.isBefore(first) && day.isBefore(first.plusDays(29)));
  }
}
