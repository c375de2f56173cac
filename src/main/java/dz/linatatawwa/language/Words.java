package dz.linatatawwa.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words, numbers and dates of one language. Safe for many threads. */
public final class Words {

  /** The one zone of the country; no clock change since 1981. */
  public static final ZoneId ZONE = ZoneId.of("Africa/Algiers");

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm");

  Words(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
    this.longDay = DateTimeFormatter.ofPattern(language == Language.AR ? "EEEE، d MMMM uuuu" : "EEEE d MMMM uuuu", language.locale());
    this.shortDay = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale());
  }

  public Language language() {
    return language;
  }

  /** The message of this key; text arguments are isolated, so that a Latin name does not turn an Arabic sentence around.
   *  @throws IllegalArgumentException when no bundle has the key: a fault of ours, caught by a test of the house */
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) throw new IllegalArgumentException("no message " + key + " in " + language);
    if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) return pattern;
    Object[] isolated = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      isolated[i] = arguments[i] instanceof CharSequence text ? FIRST_STRONG_ISOLATE + text.toString() + POP_ISOLATE : arguments[i];
    }
    MessageFormat format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, ULocale.forLocale(language.locale())));
    return ((MessageFormat) format.clone()).format(isolated);
  }

  /** Whether some bundle has this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** A whole number, grouped as the language groups. */
  public String number(long number) {
    return com.ibm.icu.text.NumberFormat.getIntegerInstance(language.locale()).format(number);
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

  /** 08:30 */
  public String time(LocalTime time) {
    return clock.format(time);
  }

  /** The time of an instant in Algeria: 08:30. */
  public String time(Instant at) {
    return clock.format(at.atZone(ZONE));
  }
}
