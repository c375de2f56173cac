package dz.linatatawwa.imports;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Folding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something was, as exactly as a cell tells it: a day, a month or a year.
 *  @param precision {@code day}, {@code month} or {@code year} */
record Dated(LocalDate first, LocalDate last, String precision) {

  private static final Map<String, List<String>> MONTHS = Lists.of("months.txt");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-/. ](\\d{4})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})");
  private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2})");

  /** {@code 05/12/2019}, {@code 5 ديسمبر 2019}, {@code ديسمبر 2019}, {@code 12-2019}, {@code 2019}, in any digits; {@code 05/12/19} is of this century. */
  static Optional<Dated> read(String typed) {
    String text = Digits.latin(typed.strip());
    try {
      if (YEAR.matcher(text).matches()) return Optional.of(year(Integer.parseInt(text)));
      Matcher month = MONTH_YEAR.matcher(text);
      if (month.matches()) return Optional.of(month(number(month, 2), number(month, 1)));
      Matcher turned = YEAR_MONTH.matcher(text);
      if (turned.matches()) return Optional.of(month(number(turned, 1), number(turned, 2)));
      Matcher brief = SHORT_YEAR.matcher(text);
      if (brief.matches()) return Optional.of(day(LocalDate.of(2000 + number(brief, 3), number(brief, 2), number(brief, 1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Values.moment(typed).map(moment -> day(moment.day())).or(() -> words(text));
  }

  /** A month's name beside a year; a year among other words. */
  private static Optional<Dated> words(String text) {
    int year = 0;
    int month = 0;
    boolean day = false;
    for (String word : Folding.fold(text).split(" ")) {
      if (YEAR.matcher(word).matches() && year == 0) year = Integer.parseInt(word);
      else if (!word.isEmpty() && Character.isDigit(word.charAt(0))) day = true;
      else if (month == 0) month = Lists.code(MONTHS, word).map(Integer::parseInt).orElse(0);
    }
    if (year < 1900 || day) return Optional.empty();
    return Optional.of(month == 0 ? year(year) : month(year, month));
  }

  private static Dated day(LocalDate day) {
    return new Dated(day, day, "day");
  }

  private static Dated month(int year, int month) {
    YearMonth all = YearMonth.of(year, month);
    return new Dated(all.atDay(1), all.atEndOfMonth(), "month");
  }

  private static Dated year(int year) {
    return new Dated(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "year");
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
