package dz.linatatawwa.releases;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Three months whose figures are released together.
 *  @param number 1 to 4 */
public record Quarter(int year, int number) implements Term {

  private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)Q([1-4])");
  private static final int MONTHS = 3;

  public Quarter {
    if (year < 2000 || year > 2099 || number < 1 || number > 4) throw new IllegalArgumentException("no quarter: " + year + " " + number);
  }

  static Optional<Quarter> of(String name) {
    Matcher parts = WRITTEN.matcher(name.strip().toUpperCase(Locale.ROOT));
    return parts.matches() ? Optional.of(new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))) : Optional.empty();
  }

  /** The quarter that holds a day. */
  public static Quarter at(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  @Override
  public String name() {
    return year + "Q" + number;
  }

  @Override
  public String time() {
    return year + "-Q" + number;
  }

  @Override
  public String in(Words words) {
    return words.text("releases.name", Integer.toString(year), Integer.toString(number));
  }

  @Override
  public LocalDate first() {
    return LocalDate.of(year, MONTHS * number - 2, 1);
  }

  @Override
  public LocalDate last() {
    return first().plusMonths(MONTHS).minusDays(1);
  }

  @Override
  public Period period() {
    return Period.quarter(year, number);
  }

  /** The three months before it. */
  public Quarter before() {
    return at(first().minusDays(1));
  }
}
