package dz.linatatawwa.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts lost spaces back into names: «التكوينالمهني», FormationProfessionnelle. Careful: only where a known word ends, or a capital follows a small letter. */
final class Glue {

  private static final Pattern CAPITAL_INSIDE = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu})");
  /** These letters stand only at the end of a word. */
  private static final Pattern AFTER_THE_LAST_LETTER = Pattern.compile("(?<=[ةى])(?=[ء-ي])");
  private static final Pattern IN_THE = Pattern.compile("\\bفيال(?=[ء-ي]{3})", Pattern.UNICODE_CHARACTER_CLASS);
  /** The longest first; as written, for the name keeps its letters. */
  private static final List<String> WORDS = words();
  /** Endings that make another word of a known one, not two words. */
  private static final List<String> ENDINGS = List.of("ين", "ون", "ية", "يه", "ات", "ة", "ي", "ان", "يين");

  private Glue() {}

  static String mended(String name) {
    List<String> words = new ArrayList<>();
    String spaced = AFTER_THE_LAST_LETTER.matcher(CAPITAL_INSIDE.matcher(name).replaceAll(" ")).replaceAll(" ");
    for (String word : IN_THE.matcher(spaced).replaceAll("في ال").split(" ")) words.add(arabic(word));
    return String.join(" ", words);
  }

  private static String arabic(String word) {
    for (String known : WORDS) {
      if (!word.startsWith(known) || word.length() - known.length() < 2) continue;
      String rest = word.substring(known.length());
      if (!ENDINGS.contains(rest) && Character.UnicodeBlock.of(rest.charAt(0)) == Character.UnicodeBlock.ARABIC) return known + " " + arabic(rest);
    }
    return word;
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    Lists.raw("glued.txt").forEach(line -> words.addAll(List.of(line.substring(line.indexOf(':') + 1).strip().split(" "))));
    words.sort((a, b) -> b.length() - a.length());
    return List.copyOf(words);
  }
}
