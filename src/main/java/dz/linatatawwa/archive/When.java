package dz.linatatawwa.archive;

import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.time.YearMonth;

/** When an operation was, as exactly as it is known.
 *  @param last      the same as {@code first} for one day */
public record When(LocalDate first, LocalDate last, Precision precision) {

  /** How exactly. */
  public enum Precision {
    DAY, MONTH, YEAR;

    /** As kept. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything else than day, month, year */
    public static Precision of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  public When {
    if (last.isBefore(first)) throw new IllegalArgumentException(first + " is after " + last);
  }

  public static When days(LocalDate first, LocalDate last) {
    return new When(first, last, Precision.DAY);
  }

  public static When month(YearMonth month) {
    return new When(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  public static When year(int year) {
    return new When(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
  }

  /** How many days it may have lasted. */
  public long days() {
    return last.toEpochDay() - first.toEpochDay() + 1;
  }

  /** In words, no more exact than it is. */
  public String in(Words words) {
    return switch (precision) {
      case YEAR -> words.text("archive.when.year", Integer.toString(first.getYear()));
      case MONTH -> words.month(first);
      case DAY -> words.dates(first, last);
    };
  }
}
