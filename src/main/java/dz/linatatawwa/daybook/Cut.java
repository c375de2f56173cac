package dz.linatatawwa.daybook;

/** Text that is longer than its column is cut between two characters, and shows that it was. */
final class Cut {

  private Cut() {}

  static String to(int most, String text) {
    if (text.codePointCount(0, text.length()) <= most) return text;
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
