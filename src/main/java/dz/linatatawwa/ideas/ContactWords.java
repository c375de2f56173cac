package dz.linatatawwa.ideas;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dz.linatatawwa.language.Digits;
import java.util.regex.Pattern;

/** Whether words that everybody reads tell where somebody is reached: numbers, addresses, links, names on networks. Whoever writes may be a minor, and whoever reads a stranger. */
final class ContactWords {

  private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\d._%+-]+\\s?@\\s?[\\p{L}\\d-]+\\s?\\.\\s?\\p{L}{2,}");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\d])@[\\p{L}\\d_.]{3,}");
  private static final Pattern LINK = Pattern.compile("https?://|\\bwww\\.|\\b(?:wa\\.me|t\\.me|fb\\.com|m\\.me)\\b|\\b[a-z\\d-]+\\.(?:com|net|org|info|dz|me|io)\\b", Pattern.CASE_INSENSITIVE);
  /** An Algerian number, however its digits are spread. */
  private static final Pattern SPREAD = Pattern.compile("(?<!\\d)(?:\\+?213|00213|0)(?:[\\s.\\-_/()]*\\d){8,10}(?!\\d)");
  /** Days and times have many digits too. */
  private static final Pattern DAY = Pattern.compile("(?<!\\d)(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{1,2}:\\d{2})(?!\\d)");

  private ContactWords() {}

  static boolean in(String words) {
    String plain = DAY.matcher(Digits.latin(words)).replaceAll("/");
    return ADDRESS.matcher(plain).find() || HANDLE.matcher(plain).find() || LINK.matcher(plain).find() || SPREAD.matcher(plain).find()
        || PhoneNumberUtil.getInstance().findNumbers(plain, "DZ", PhoneNumberUtil.Leniency.VALID, 20).iterator().hasNext();
  }
}
