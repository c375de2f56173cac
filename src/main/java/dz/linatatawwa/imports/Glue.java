package dz.linatatawwa.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts lost spaces back into names: «التكوينالمهني», FormationProfessionnelle. Careful: only where a known word ends, or a capital follows a small letter. */
final class Glue {

  private static final Pattern CAPITAL_INSIDE = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu})");
  /** These letters stand only at the end of a word. */
  private static final Pattern AFTER_THE_LAST_LETTER = Pattern.compile("(?<=[ةى])(?=[ء-ي])");
  private static final Map<String, List<String>> LISTS = lists();
  /** The longest first; as written, for the name keeps its letters. */
  private static final List<String> WORDS = LISTS.getOrDefault("words", List.of()).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  /** Endings that make another word of a known one, not two words. */
  private static final List<String> ENDINGS = LISTS.getOrDefault("endings", List.of());
  /** "In" and the article, which are never one word. */
  private static final String IN = LISTS.getOrDefault("in", List.of()).getFirst();
  private static final String THE = LISTS.getOrDefault("in", List.of()).getLast();

  private Glue() {}

  static String mended(String name) {
    List<String> words = new ArrayList<>();
    String spaced = AFTER_THE_LAST_LETTER.matcher(CAPITAL_INSIDE.matcher(name).replaceAll(" ")).replaceAll(" ");
    for (String word : spaced.split(" ")) words.add(inThe(word));
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

  private static String inThe(String word) {
    return word.startsWith(IN + THE) && word.length() > IN.length() + THE.length() + 2 ? IN + " " + arabic(word.substring(IN.length())) : arabic(word);
  }

  private static Map<String, List<String>> lists() {
    Map<String, List<String>> lists = new HashMap<>();
    for (String line : Lists.raw("glued.txt")) lists.put(line.substring(0, line.indexOf(':')), List.of(line.substring(line.indexOf(':') + 1).strip().split(" ")));
    return lists;
  }
}
