package dz.linatatawwa.language;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What people type or paste, made safe to keep and to show: nothing in it is hidden, turns the line around or steers a terminal. */
public final class Typed {

  /** An Arabic letter carries two marks at most, a Tamazight one likewise; towers of marks are mischief. */
  private static final int MARKS_ON_ONE_LETTER = 4;

  private Typed() {}

  /** One line: composed (NFC), control, bidi and invisible characters taken out, white space single, trimmed; empty when nothing is left. */
  public static String line(@Nullable String raw) {
    if (raw == null) return "";
    return clean(raw.replace('\n', ' ').replace('\r', ' ').replace('\u2028', ' ').replace('\u2029', ' ')).strip();
  }

  /** Many lines: like {@link #line}, with line ends kept as {@code \n}, never more than one empty line in a row. */
  public static String text(@Nullable String raw) {
    if (raw == null) return "";
    String unix = raw.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
    StringBuilder text = new StringBuilder(unix.length());
    int empty = 0;
    for (String line : unix.split("\n", -1)) {
      String cleaned = clean(line).stripTrailing();
      empty = cleaned.isEmpty() ? empty + 1 : 0;
      if (empty > 1) continue;
      text.append(cleaned).append('\n');
    }
    return text.toString().strip();
  }

  /** Whether the text carries characters that reverse or hide what follows them: no honest name needs one. */
  public static boolean deceives(@Nullable String raw) {
    return raw != null && raw.codePoints().anyMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
        || Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t');
  }

  private static String clean(String raw) {
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
    StringBuilder cleaned = new StringBuilder(composed.length());
    int marks = 0;
    int before = 0;
    for (int i = 0; i < composed.length(); ) {
      int character = composed.codePointAt(i);
      i += Character.charCount(character);
      if (isSpace(character)) {
        if (before != ' ' && before != 0) cleaned.append(' ');
        if (before != 0) before = ' ';
        marks = 0;
        continue;
      }
      if (isHidden(character) && !joinsPictures(character, before)) continue;
      marks = Character.getType(character) == Character.NON_SPACING_MARK ? marks + 1 : 0;
      if (marks > MARKS_ON_ONE_LETTER) continue;
      cleaned.appendCodePoint(character);
      before = character;
    }
    return isBlank(cleaned) ? "" : cleaned.toString();
  }

  private static boolean isSpace(int character) {
    return character == '\t' || character == 0x0B || character == 0x0C || character == 0x85 || Character.isSpaceChar(character) || character == 0x3164;
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
      default -> character == 0x115F || character == 0x1160 || character == 0xFFA0 || character == 0x034F;
    };
  }

  /** A zero-width joiner makes one picture of several (a family, a flag); between letters it only hides. */
  private static boolean joinsPictures(int character, int before) {
    return character == 0x200D && (Character.getType(before) == Character.OTHER_SYMBOL || before == 0xFE0F || Character.isEmojiModifier(before));
  }

  private static boolean isBlank(CharSequence text) {
    return text.codePoints().allMatch(c -> c == ' ' || c == 0x200D || Character.getType(c) == Character.NON_SPACING_MARK);
  }
}
