package dz.linatatawwa.imports;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Point;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people write into cells: dates in many shapes, times, numbers, positions, texts with HTML in them. */
final class Values {

  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?: .*)?");
  private static final Pattern CLOCK = Pattern.compile("(?:^|[T\\s])(\\d{1,2})\\s*(?:[:hH]|سا)\\s*(\\d{2})?(?::\\d{2}(?:\\.\\d+)?)?\\s*([aApP])?[mM]?(?:[.]?[mM])?");
  private static final Pattern OFFSET = Pattern.compile(".*T\\d{2}:\\d{2}.*(?:Z|[+-]\\d{2}:?\\d{2})");
  private static final Map<String, List<String>> MONTHS = Lists.of("months.txt");

  private Values() {}

  /** A date with perhaps a time on the clock of Algeria. */
  record Moment(LocalDate day, @Nullable LocalTime time) {}

  /** {@code 2026-12-05}, {@code 05/12/2026} (day first), {@code December 5 2026}, {@code 5 ديسمبر 2026}, each with a time behind it or not. */
  static Optional<Moment> moment(String typed) {
    String text = Digits.latin(typed.strip());
    try {
      if (OFFSET.matcher(text).matches()) {
        ZonedDateTime at = OffsetDateTime.parse(text).atZoneSameInstant(Words.ZONE);
        return Optional.of(new Moment(at.toLocalDate(), at.toLocalTime()));
      }
      return day(text).map(day -> new Moment(day, time(text).orElse(null)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) return Optional.of(LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)));
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) return Optional.of(LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)));
    int year = 0;
    int month = 0;
    int day = 0;
    for (String word : Folding.fold(text).split(" ")) {
      if (word.matches("\\d{4}") && year == 0) year = Integer.parseInt(word);
      else if (word.matches("\\d{1,2}(st|nd|rd|th|er)?") && day == 0) day = Integer.parseInt(word.replaceAll("\\D", ""));
      else if (month == 0) month = Lists.code(MONTHS, word).map(Integer::parseInt).orElse(0);
    }
    return year > 0 && month > 0 && day > 0 ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** {@code 08:30}, {@code 8h30}, {@code 8h}, {@code 5:30 pm}, alone or behind a date. */
  static Optional<LocalTime> time(String typed) {
    Matcher clock = CLOCK.matcher(Digits.latin(typed.strip()));
    if (!clock.find()) return Optional.empty();
    int hour = number(clock, 1);
    int minute = clock.group(2) == null ? 0 : number(clock, 2);
    String half = clock.group(3);
    if (half != null && hour >= 1 && hour <= 12) hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /** A whole number, written with or without groups; {@code +18} and {@code 18 ans} are 18. */
  static Optional<Integer> number(String typed) {
    String digits = Digits.latin(typed).replaceAll("(?<=\\d)[\\s\u00a0\u202f.,](?=\\d{3}(?!\\d))", "");
    Matcher found = Pattern.compile("-?\\d{1,9}").matcher(digits);
    return found.find() ? Optional.of(Integer.parseInt(found.group())) : Optional.empty();
  }

  /** A position in or near Algeria; elsewhere, and 0, 0, is nothing. */
  static Optional<Point> point(String lat, String lon) {
    try {
      double north = Double.parseDouble(Digits.latin(lat.strip()).replace(',', '.'));
      double east = Double.parseDouble(Digits.latin(lon.strip()).replace(',', '.'));
      boolean inAlgeria = north >= 18.9 && north <= 37.6 && east >= -8.7 && east <= 12.1 && (Math.abs(north) > 0.01 || Math.abs(east) > 0.01);
      return inAlgeria ? Optional.of(new Point(north, east)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Text without tags and entities of HTML, clean for keeping. */
  static String text(String typed) {
    if (typed.indexOf('<') < 0 && typed.indexOf('&') < 0) return Typed.text(typed);
    String plain = typed.replaceAll("(?i)<(?:br|/p|/li|/div|/h[1-6])\\s*/?>", "\n").replaceAll("(?is)<(script|style)\\b.*?</\\1>", "").replaceAll("</?[a-zA-Z][^<>]*>", "");
    return Typed.text(plain.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
  }

  /** An address; where a program left its own notation of one ({@code {'latitude': …, 'human_address': '{"address": …}'}}), the words of it. */
  static String address(String typed) {
    if (!typed.strip().startsWith("{")) return Typed.line(text(typed));
    List<String> parts = new ArrayList<>();
    for (String name : List.of("address", "city", "state", "zip")) {
      Matcher part = Pattern.compile("[\"']" + name + "[\"']\\s*:\\s*[\"']((?:[^\"'\\\\]|\\\\.|'(?=\\w))*)[\"']").matcher(typed);
      if (part.find() && !part.group(1).isBlank() && !part.group(1).startsWith("{")) parts.add(part.group(1).strip());
    }
    return Typed.line(String.join(", ", parts));
  }
}
