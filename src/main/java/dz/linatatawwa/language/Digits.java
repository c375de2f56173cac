package dz.linatatawwa.language;

/** Digits as people type them: ٠١٢ and ۰۱۲ mean 012. */
public final class Digits {

  private Digits() {}

  /** Whether there is nothing else in the text than 0–9; an empty one has nothing else. */
  public static boolean only(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return true;
  }

  /** The same text with every decimal digit of any script written 0–9; all else stays. */
  public static String latin(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) < 128) first++;
    if (first == text.length()) return text;
    StringBuilder latin = new StringBuilder(text.length()).append(text, 0, first);
    text.codePoints().skip(first).forEach(c -> {
      if (Character.isDigit(c)) latin.append((char) ('0' + Character.digit(c, 10)));
      else latin.appendCodePoint(c);
    });
    return latin.toString();
  }
}
