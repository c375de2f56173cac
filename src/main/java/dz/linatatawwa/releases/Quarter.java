package dz.linatatawwa.releases;

import dz.linatatawwa.figures.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Three months whose figures are released together.
 *  @param number 1 to 4 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)Q([1-4])");
  private static final int MONTHS = 3;

  public Quarter {
    if (year < 2000 || year > 2099 || number < 1 || number > 4) throw new IllegalArgumentException("no quarter: " + year + " " + number);
  }

  /** @param name as {@link #name()} writes it */
  public static Optional<Quarter> of(String name) {
    Matcher parts = WRITTEN.matcher(name.strip().toUpperCase(java.util.Locale.ROOT));
    return parts.matches() ? Optional.of(new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))) : Optional.empty();
  }

  /** The quarter that holds a day. */
  public static Quarter at(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /** As releases and addresses are named: 2026Q4. */
  public String name() {
    return year + "Q" + number;
  }

  public LocalDate first() {
    return LocalDate.of(year, MONTHS * number - 2, 1);
  }

  public LocalDate last() {
    return first().plusMonths(MONTHS).minusDays(1);
  }

  /** The first day of the month before, from which it is known who stayed and who stayed away. */
  LocalDate monthBefore() {
    return first().minusMonths(1);
  }

  /** 2026-10, 2026-11, 2026-12. */
  List<String> months() {
    return Stream.iterate(YearMonth.from(first()), month -> month.plusMonths(1)).limit(MONTHS).map(YearMonth::toString).toList();
  }

  public Quarter before() {
    return at(first().minusDays(1));
  }

  Period period() {
    return Period.quarter(year, number);
  }

  @Override
  public int compareTo(Quarter other) {
    return name().compareTo(other.name());
  }
}
