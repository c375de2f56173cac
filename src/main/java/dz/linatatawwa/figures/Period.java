package dz.linatatawwa.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** From a day to a day, both counted, in Africa/Algiers.
 *  @param kind how it is named and what stands before it */
public record Period(Kind kind, LocalDate from, LocalDate to) {

  /** What a period is. */
  public enum Kind {
    MONTH, QUARTER, YEAR,
    /** The days of one Ramadan, as kept by {@code eligibility.Ramadans}; before it stands that of the year before. */
    RAMADAN,
    /** Twelve months up to a day: up to 5 December, from 6 December of the year before. */
    TWELVE_MONTHS,
    /** From the first line of the ledger on; nothing stands before it. */
    EVER,
    /** Any two days. */
    DAYS
  }

  /** The first day that a period may begin with: nothing in the ledger is older. */
  public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  /** The last day that a period may end with. */
  public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  public Period {
    if (to.isBefore(from)) throw new IllegalArgumentException(from + " is after " + to);
    if (from.isBefore(FIRST) || to.isAfter(LAST)) throw new IllegalArgumentException("outside " + FIRST + " to " + LAST + ": " + from + " to " + to);
  }

  public static Period month(YearMonth month) {
    return new Period(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
  }

  /** @param quarter 1 to 4 */
  public static Period quarter(int year, int quarter) {
    YearMonth first = YearMonth.of(year, 3 * quarter - 2);
    return new Period(Kind.QUARTER, first.atDay(1), first.plusMonths(2).atEndOfMonth());
  }

  public static Period year(int year) {
    return new Period(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public static Period twelveMonthsTo(LocalDate day) {
    return new Period(Kind.TWELVE_MONTHS, day.minusYears(1).plusDays(1), day);
  }

  /** Everything up to a day. */
  public static Period everTo(LocalDate day) {
    return new Period(Kind.EVER, FIRST, day);
  }

  public static Period days(LocalDate from, LocalDate to) {
    return new Period(Kind.DAYS, from, to);
  }

  /** How many days. */
  public long length() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
