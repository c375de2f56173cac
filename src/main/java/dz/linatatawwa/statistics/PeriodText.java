package dz.linatatawwa.statistics;

import dz.linatatawwa.eligibility.Ramadan;
import dz.linatatawwa.eligibility.Ramadans;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Periods as addresses write them ({@code 2026}, {@code 2026-q4}, {@code 2026-11}, {@code 12m}, {@code ever}, {@code ramadan-1447}, {@code days}), as people read them, and
 *  what stands before and after each. */
@Component
public class PeriodText {

  /** Two days of one's own; they stand beside it. */
  public static final String DAYS = "days";
  private static final String TWELVE_MONTHS = "12m";
  private static final String EVER = "ever";
  private static final String RAMADAN = "ramadan-";
  private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)-q([1-4])");
  private static final int MONTHS_OFFERED = 13;
  private static final int QUARTERS_OFFERED = 5;
  private static final int YEARS_OFFERED = 8;
  private static final int RAMADANS_OFFERED = 4;

  private final Times times;
  private final Ramadans ramadans;

  PeriodText(Times times, Ramadans ramadans) {
    this.times = times;
    this.ramadans = ramadans;
  }

  /** @param code of an address; what nobody understands gives nothing
   *  @param from of days; empty otherwise */
  public Optional<Period> read(String code, String from, String to) {
    String text = Digits.latin(code.strip());
    try {
      if (text.equals(TWELVE_MONTHS)) return Optional.of(times.twelveMonths());
      if (text.equals(EVER)) return Optional.of(times.ever());
      if (text.equals(DAYS)) return days(Digits.latin(from.strip()), Digits.latin(to.strip()));
      if (text.matches("20\\d\\d")) return Optional.of(Period.year(Integer.parseInt(text)));
      if (text.matches("20\\d\\d-\\d\\d")) return Optional.of(Period.month(YearMonth.parse(text)));
      Matcher quarter = QUARTER.matcher(text);
      if (quarter.matches()) return Optional.of(Period.quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
      if (text.matches(RAMADAN + "1[45]\\d\\d")) return ramadans.of(Integer.parseInt(text.substring(RAMADAN.length()))).map(PeriodText::of);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Period> days(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    LocalDate one = LocalDate.parse(from);
    LocalDate other = LocalDate.parse(to);
    return Optional.of(one.isAfter(other) ? Period.days(other, one) : Period.days(one, other));
  }

  private static Period of(Ramadan ramadan) {
    return new Period(Period.Kind.RAMADAN, ramadan.first(), ramadan.last());
  }

  /** As an address writes it. */
  public String code(Period period) {
    return switch (period.kind()) {
      case MONTH -> YearMonth.from(period.from()).toString();
      case QUARTER -> period.from().getYear() + "-q" + quarter(period);
      case YEAR -> Integer.toString(period.from().getYear());
      case TWELVE_MONTHS -> TWELVE_MONTHS;
      case EVER -> EVER;
      case RAMADAN -> RAMADAN + hijri(period);
      case DAYS -> DAYS;
    };
  }

  /** As people read it. */
  public String name(Period period, Words words) {
    return switch (period.kind()) {
      case MONTH -> words.month(period.from());
      case QUARTER -> words.text("statistics.period.quarter", Integer.toString(quarter(period)), year(period));
      case YEAR -> words.text("statistics.period.year", year(period));
      case TWELVE_MONTHS -> words.text("statistics.period.12m");
      case EVER -> words.text("statistics.period.ever");
      case RAMADAN -> words.text("statistics.period.ramadan", Integer.toString(hijri(period)));
      case DAYS -> words.dates(period.from(), period.to());
    };
  }

  /** Its days in words. */
  public String dates(Period period, Words words) {
    LocalDate first = period.kind() == Period.Kind.EVER ? LocalDate.of(times.firstYear(), 1, 1) : period.from();
    LocalDate last = period.to().isAfter(times.today()) && !first.isAfter(times.today()) ? times.today() : period.to();
    return words.dates(first, last);
  }

  /** Whether it lasts still. */
  public boolean running(Period period) {
    return period.kind() != Period.Kind.EVER && !period.to().isBefore(times.today());
  }

  public Optional<Period> before(Period period) {
    return moved(period, -1);
  }

  /** What comes after it, unless it has not begun. */
  public Optional<Period> after(Period period) {
    return moved(period, 1).filter(next -> !next.from().isAfter(times.today()));
  }

  private Optional<Period> moved(Period period, int by) {
    YearMonth month = YearMonth.from(period.from());
    Optional<Period> moved = switch (period.kind()) {
      case MONTH -> Optional.of(Period.month(month.plusMonths(by)));
      case QUARTER -> Optional.of(Period.quarter(month.plusMonths(3L * by).getYear(), (month.plusMonths(3L * by).getMonthValue() + 2) / 3));
      case YEAR -> Optional.of(Period.year(month.getYear() + by));
      case TWELVE_MONTHS -> by > 0 ? Optional.empty() : Optional.of(Period.days(month.minusYears(1).atDay(1), month.atDay(1).minusDays(1)));
      case RAMADAN -> ramadans.of(hijri(period) + by).map(PeriodText::of);
      case EVER -> Optional.empty();
      case DAYS -> Optional.of(movedDays(period, by));
    };
    return moved.filter(one -> one.from().getYear() >= times.firstYear() || by > 0);
  }

  private Period movedDays(Period period, int by) {
    if (times.wholeMonths(period)) {
      YearMonth first = YearMonth.from(period.from());
      long months = java.time.temporal.ChronoUnit.MONTHS.between(first, YearMonth.from(period.to()).plusMonths(1));
      return Period.days(first.plusMonths(by * months).atDay(1), first.plusMonths((by + 1) * months - 1).atEndOfMonth());
    }
    return Period.days(period.from().plusDays(by * period.length()), period.to().plusDays(by * period.length()));
  }

  /** What a form offers, the whole first: codes. */
  public List<Period> offered() {
    List<Period> offered = new ArrayList<>(List.of(times.twelveMonths(), times.ever()));
    LocalDate today = times.today();
    YearMonth month = YearMonth.from(today);
    for (int year = today.getYear(); year >= Math.max(times.firstYear(), today.getYear() - YEARS_OFFERED + 1); year--) offered.add(Period.year(year));
    for (int i = 0; i < QUARTERS_OFFERED; i++) {
      YearMonth at = month.minusMonths(3L * i);
      offered.add(Period.quarter(at.getYear(), (at.getMonthValue() + 2) / 3));
    }
    for (int i = 0; i < MONTHS_OFFERED; i++) offered.add(Period.month(month.minusMonths(i)));
    ramadans.before(today).stream().limit(RAMADANS_OFFERED).filter(one -> one.first().getYear() >= times.firstYear()).map(PeriodText::of).forEach(offered::add);
    return offered;
  }

  /** A span of whole months that holds it. */
  public Period widened(Period period) {
    return times.wholeMonths(period) ? period : Period.days(period.from().withDayOfMonth(1), YearMonth.from(period.to()).atEndOfMonth());
  }

  private int hijri(Period period) {
    return ramadans.before(period.from()).getFirst().hijriYear();
  }

  private static int quarter(Period period) {
    return (period.from().getMonthValue() + 2) / 3;
  }

  private static String year(Period period) {
    return Integer.toString(period.from().getYear());
  }
}
