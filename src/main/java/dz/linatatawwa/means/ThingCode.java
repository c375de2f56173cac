package dz.linatatawwa.means;

import dz.linatatawwa.language.Digits;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands on the label of a thing: LT and eight digits, of which the last is made of the others (Luhn), so that one wrong digit, or two neighbours the wrong way
 *  round, are noticed. */
public record ThingCode(String text) {

  private static final Pattern SHAPE = Pattern.compile("LT\\d{8}");
  private static final Pattern WITHIN = Pattern.compile("(?:^|/)(?:LT)?(\\d{8})$");
  private static final int FREE = 10_000_000;

  public ThingCode {
    if (!SHAPE.matcher(text).matches() || !proven(text.substring(2))) throw new IllegalArgumentException("not the code of a thing: " + text);
  }

  /** A new one; whether it is taken only the database knows. */
  static ThingCode make(RandomGenerator chance) {
    String digits = String.format(Locale.ROOT, "%07d", chance.nextInt(FREE));
    return new ThingCode("LT" + digits + (10 - sum(digits + "0") % 10) % 10);
  }

  /** What a scanner or a person gives: the code, with or without its letters, spaces or dashes, or the address that the label holds. */
  public static Optional<ThingCode> read(@Nullable String typed) {
    if (typed == null || typed.length() > 200) return Optional.empty();
    Matcher found = WITHIN.matcher(Digits.latin(typed).toUpperCase(Locale.ROOT).replaceAll("[\\s\\u200e\\u200f-]", ""));
    return found.find() && proven(found.group(1)) ? Optional.of(new ThingCode("LT" + found.group(1))) : Optional.empty();
  }

  /** As people read it: LT 1234 5674. */
  public String shown() {
    return text.substring(0, 2) + " " + text.substring(2, 6) + " " + text.substring(6);
  }

  /** Where everybody learns whose it is. */
  public String address() {
    return "/things/" + text;
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean proven(String digits) {
    return sum(digits) % 10 == 0;
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum;
  }
}
