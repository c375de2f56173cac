package dz.linatatawwa.rewards;

import dz.linatatawwa.language.Digits;
import java.util.Locale;
import java.util.Optional;

/** What is shown at the counter: nine characters that nobody guesses and one that checks them, of an alphabet without 0 and O, 1, I and L.
 *  @param text ten characters, without a gap */
public record BenefitCode(String text) {

  /** Thirty-one characters: a prime number, so that the check finds every wrong character and every two that changed places. */
  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  /** Before the code in its QR code, so that a scanner knows what it sees. */
  private static final String MARK = "LTB:";

  private static final int BODY = 9;

  public BenefitCode {
    if (!sound(text)) throw new IllegalArgumentException("not a code");
  }

  /** The code that random bytes give; at least seven of them. */
  static BenefitCode of(byte[] random) {
    long number = 0;
    for (int i = 0; i < 7; i++) number = number << 8 | random[i] & 0xff;
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < BODY; i++, number /= ALPHABET.length()) body.append(ALPHABET.charAt((int) (number % ALPHABET.length())));
    return new BenefitCode(body.append(check(body)).toString());
  }

  /** What was scanned or typed: small letters, gaps, dashes and Arabic digits are understood. Nothing for what is no code, or has a slip in it. */
  public static Optional<BenefitCode> read(String typed) {
    String text = Digits.latin(typed).replaceAll("[\\s\\u00A0\\u2066-\\u2069\\u200E\\u200F-]", "").toUpperCase(Locale.ROOT);
    if (text.startsWith(MARK)) text = text.substring(MARK.length());
    return sound(text) ? Optional.of(new BenefitCode(text)) : Optional.empty();
  }

  /** As people read and type it: two groups of five. */
  public String shown() {
    return text.substring(0, 5) + "-" + text.substring(5);
  }

  /** What its QR code says. */
  public String scanned() {
    return MARK + text;
  }

  private static boolean sound(String text) {
    return text.length() == BODY + 1 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && check(text.substring(0, BODY)) == text.charAt(BODY);
  }

  private static char check(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < BODY; i++) sum += (i + 2) * ALPHABET.indexOf(body.charAt(i));
    return ALPHABET.charAt(sum % ALPHABET.length());
  }

  /** Codes open something: they do not go into logs. */
  @Override
  public String toString() {
    return "a code";
  }
}
