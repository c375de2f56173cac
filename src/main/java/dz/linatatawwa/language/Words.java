package dz.linatatawwa.language;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words, numbers and dates of one language. Safe for many threads, and quick: it is used hundreds of times a page. */
public final class Words {

  /** The one zone of the country; no clock change since 1981. */
  public static final ZoneId ZONE = ZoneId.of("Africa/Algiers");

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, Message> messages = new ConcurrentHashMap<>();
  private final Message.Setting setting;
  private final ULocale locale;
  private final char grouping;
  private final char decimal;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter month;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm");

  Words(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
    this.locale = ULocale.forLocale(language.locale());
    this.setting = new Message.Setting(PluralRules.forLocale(locale), this::shown);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    this.grouping = symbols.getGroupingSeparator();
    this.decimal = symbols.getDecimalSeparator();
    this.longDay = DateTimeFormatter.ofPattern(language == Language.AR ? "EEEE، d MMMM uuuu" : "EEEE d MMMM uuuu", language.locale());
    this.shortDay = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale());
    this.month = DateTimeFormatter.ofPattern("LLLL uuuu", language.locale());
    this.weekday = DateTimeFormatter.ofPattern("EEEE", language.locale());
  }

  /** The language of these words. */
  public Language language() {
    return language;
  }

  /** The message of this key; text arguments are isolated, so that a Latin name does not turn an Arabic sentence around.
   *  @throws IllegalArgumentException when no bundle has the key: a fault of ours, caught by a test of the house */
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) throw new IllegalArgumentException("no message " + key + " in " + language);
    if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) return pattern;
    Message message = messages.get(key);
    if (message == null) message = messages.computeIfAbsent(key, k -> Message.read(pattern, locale));
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    message.write(text, arguments, null, setting);
    return text.toString();
  }

  /** Whether some bundle has this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The keys that begin like this. */
  public List<String> keys(String prefix) {
    return patterns.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  /** A whole number, grouped as the language groups. */
  public String number(long number) {
    if (number > -1000 && number < 1000) return Long.toString(number);
    String digits = Long.toString(Math.abs(number));
    StringBuilder grouped = new StringBuilder(digits.length() + 8);
    if (number < 0) grouped.append('-');
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) grouped.append(grouping);
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  /** A number with at most this many places after the comma, without idle zeros: 1,5 */
  public String decimal(double number, int places) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
    String plain = rounded.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = number(Long.parseLong(point < 0 ? plain : plain.substring(0, point)));
    return (rounded.signum() < 0 ? "-" : "") + whole + (point < 0 ? "" : decimal + plain.substring(point + 1));
  }

  /** A share of one as whole percent: 0.873 is 87%. */
  public String percent(double share) {
    String number = number(Math.round(share * 100));
    return language == Language.FR ? number + NO_BREAK_SPACE + "%" : number + "%";
  }

  /** A span of time, short: 3 سا 30 د, 3 h 30, 3 h 30 min; the sign stays. */
  public String hours(long minutes) {
    long size = Math.abs(minutes);
    String span = size < 60 ? text("language.minutes", size)
        : size % 60 == 0 ? text("language.hours", size / 60)
        : text("language.hoursAndMinutes", size / 60, size % 60);
    return minutes < 0 ? "\u2212" + span : span;
  }

  /** A span of time in whole words, for headings and for reading aloud: ثلاث ساعات و30 دقيقة. */
  public String hoursInWords(long minutes) {
    long size = Math.abs(minutes);
    if (size < 60) return text("language.minutesInWords", size);
    if (size % 60 == 0) return text("language.hoursInWords", size / 60);
    return text("language.both", new Plain(text("language.hoursInWords", size / 60)), new Plain(text("language.minutesInWords", size % 60)));
  }

  /** السبت، 5 ديسمبر 2026 */
  public String longDate(LocalDate day) {
    return longDay.format(day);
  }

  /** 5 ديسمبر 2026 */
  public String date(LocalDate day) {
    return shortDay.format(day);
  }

  /** The day of an instant in Algeria. */
  public String date(Instant at) {
    return date(at.atZone(ZONE).toLocalDate());
  }

  /** The day of an instant in Algeria, with its weekday. */
  public String longDate(Instant at) {
    return longDate(at.atZone(ZONE).toLocalDate());
  }

  /** The name of the weekday: السبت. */
  public String weekday(LocalDate day) {
    return weekday.format(day);
  }

  /** Month and year: ديسمبر 2026. */
  public String month(LocalDate day) {
    return month.format(day);
  }

  /** 08:30 */
  public String time(LocalTime time) {
    return clock.format(time);
  }

  /** The time of an instant in Algeria: 08:30. */
  public String time(Instant at) {
    return clock.format(at.atZone(ZONE));
  }

  /** From when to when on the clock of Algeria: من 08:30 إلى 12:30; an end on a later day names that day. */
  public String times(Instant from, Instant to) {
    ZonedDateTime start = from.atZone(ZONE);
    ZonedDateTime end = to.atZone(ZONE);
    return start.toLocalDate().equals(end.toLocalDate()) ? times(start.toLocalTime(), end.toLocalTime())
        : text("language.timesOverDays", clock.format(start), clock.format(end), date(end.toLocalDate()));
  }

  /** From when to when: من 08:30 إلى 12:30. */
  public String times(LocalTime from, LocalTime to) {
    return text("language.times", clock.format(from), clock.format(to));
  }

  /** From which day to which day; one day alone when both are the same. */
  public String dates(LocalDate from, LocalDate to) {
    return from.equals(to) ? date(from) : text("language.dates", new Plain(date(from)), new Plain(date(to)));
  }

  /** How long ago or in how long: منذ ساعتين, بعد 3 أيام; beyond thirty days the date itself. */
  public String relative(Instant at, Instant now) {
    boolean past = !at.isAfter(now);
    Duration span = Duration.between(at, now).abs();
    if (span.toMinutes() < 1) return text("language.now");
    if (span.toMinutes() < 60) return text(past ? "language.ago.minutes" : "language.in.minutes", span.toMinutes());
    if (span.toHours() < 24) return text(past ? "language.ago.hours" : "language.in.hours", span.toHours());
    long days = Math.abs(ChronoUnit.DAYS.between(at.atZone(ZONE).toLocalDate(), now.atZone(ZONE).toLocalDate()));
    return days > 30 ? date(at) : text(past ? "language.ago.days" : "language.in.days", days);
  }

  /** Text of our own in this language, which needs no isolation. */
  private record Plain(String text) {}


  private String shown(@Nullable Object argument) {
    return switch (argument) {
      case null -> "";
      case Plain plain -> plain.text;
      case CharSequence text -> FIRST_STRONG_ISOLATE + text.toString() + POP_ISOLATE;
      case Long number -> number(number);
      case Integer number -> number(number);
      case Short number -> number(number);
      case Number number -> decimal(number.doubleValue(), 3);
      case Object other -> other.toString();
    };
  }
}
