package dz.linatatawwa.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a digest is sent. The week begins on Sunday. */
public enum Rhythm {
  /** What is to be done today. */
  DAILY,
  /** What the last week was. */
  WEEKLY,
  /** What the last month was. */
  MONTHLY;

  /** As kept in the database and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param code anything else gives nothing */
  public static Optional<Rhythm> of(String code) {
    return Arrays.stream(values()).filter(rhythm -> rhythm.code().equals(code)).findFirst();
  }

  /** Whether who has chosen nothing gets it. */
  public boolean standard() {
    return this == WEEKLY;
  }

  /** The day on which the one of today was due: today, the last Sunday, the first of the month. */
  LocalDate due(LocalDate today) {
    return switch (this) {
      case DAILY -> today;
      case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      case MONTHLY -> today.withDayOfMonth(1);
    };
  }

  /** The first day that it tells of. */
  LocalDate tellsFrom(LocalDate due) {
    return switch (this) {
      case DAILY -> due.minusDays(1);
      case WEEKLY -> due.minusWeeks(1);
      case MONTHLY -> due.minusMonths(1);
    };
  }
}
