package dz.linatatawwa.language;

import java.text.Normalizer;

/** Brings text into the one form in which it is searched and compared: no marks, no hamza, Latin digits, lower case, single spaces. */
public final class Folding {

  private Folding() {}

  /** The search form: {@code "الأَوْلاد ـ Sétif"} becomes {@code "الاولاد setif"}. Whatever is neither a letter nor a digit separates words. */
  public static String fold(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); ) {
      int character = plain.codePointAt(i);
      i += Character.charCount(character);
      if (isDropped(character)) continue;
      if (!Character.isLetterOrDigit(character)) {
        space = !folded.isEmpty();
        continue;
      }
      if (space) folded.append(' ');
      space = false;
      append(folded, character);
    }
    return folded.toString();
  }

  /** The folded form without its spaces, for comparing names that people divide in different ways: M'Sila, Msila. */
  public static String tight(String text) {
    return fold(text).replace(" ", "");
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) return false;
    }
    return true;
  }

  /** Marks, tatweel, hamza on the line, and all that is invisible. */
  private static boolean isDropped(int character) {
    if (character < 128) return false;
    if (character == 'ـ' || character == 'ء') return true;
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
  }

  private static void append(StringBuilder folded, int character) {
    switch (character) {
      case 'أ', 'إ', 'آ', 'ٱ' -> folded.append('ا');
      case 'ى', 'ئ', 'ی' -> folded.append('ي');
      case 'ؤ' -> folded.append('و');
      case 'ة', 'ہ', 'ە' -> folded.append('ه');
      case 'ڤ' -> folded.append('ف');
      case 'ڨ' -> folded.append('ق');
      case 'گ', 'ک' -> folded.append('ك');
      case 'ظ' -> folded.append('ض');
      case 'œ', 'Œ' -> folded.append("oe");
      case 'æ', 'Æ' -> folded.append("ae");
      case 'ß' -> folded.append("ss");
      default -> {
        int digit = Character.isDigit(character) ? Character.digit(character, 10) : -1;
        if (digit >= 0) folded.append((char) ('0' + digit));
        else folded.appendCodePoint(Character.toLowerCase(character));
      }
    }
  }
}
