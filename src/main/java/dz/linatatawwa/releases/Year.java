package dz.linatatawwa.releases;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A year whose figures are released as a whole: persons of a year are not the sum of those of its quarters. */
public record Year(int year) implements Term {

  private static final Pattern WRITTEN = Pattern.compile("20\\d\\d");
  private static final int QUARTERS = 4;

  public Year {
    if (year < 2000 || year > 2099) throw new IllegalArgumentException("no year: " + year);
  }

  static Optional<Term> of(String name) {
    return WRITTEN.matcher(name.strip()).matches() ? Optional.of(new Year(Integer.parseInt(name.strip()))) : Optional.empty();
  }

  @Override
  public String name() {
    return Integer.toString(year);
  }

  @Override
  public String time() {
    return name();
  }

  @Override
  public String in(Words words) {
    return words.text("releases.name.year", name());
  }

  @Override
  public LocalDate first() {
    return LocalDate.of(year, 1, 1);
  }

  @Override
  public LocalDate last() {
    return LocalDate.of(year, 12, 31);
  }

  @Override
  public Period period() {
    return Period.year(year);
  }

  /** The four of them, in their order. */
  public List<Quarter> quarters() {
    return IntStream.rangeClosed(1, QUARTERS).mapToObj(number -> new Quarter(year, number)).toList();
  }
}
