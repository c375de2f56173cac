package dz.linatatawwa.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Light stems of folded words, so that «والمتطوعين» and «متطوعة» meet; kept in search columns and asked for in the same form. */
public final class Stems {

  private static final String[] ARABIC_PREFIXES = {"وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"};
  private static final String[] ARABIC_SUFFIXES = {"ات", "ون", "ين", "ان", "ها", "يه", "ه", "ي"};
  private static final int LETTERS_LEFT = 3;

  /** Words that carry no meaning in a search, folded. */
  private static final Set<String> STOP = new HashSet<>();
  /** Irregular forms by stem: broken plurals to their singular, Latin spellings of Arabic words to these. */
  private static final Map<String, String> SAME = new HashMap<>();
  /** Stems whose first letter is a و of their own, not "and". */
  private static final Set<String> OWN_WAW = new HashSet<>();

  static {
    for (String line : lines()) {
      String[] words = Folding.fold(line.substring(1)).split(" ");
      switch (line.charAt(0)) {
        case '-' -> STOP.addAll(List.of(words));
        case '+' -> { for (String word : words) OWN_WAW.add(withoutEndings(word)); }
        case '=' -> { for (String word : words) SAME.put(bare(word), bare(words[0])); }
        default -> throw new IllegalStateException("a line of word-forms.txt begins with - + or =: " + line);
      }
    }
  }

  private Stems() {}

  /** The stem of one folded word; a word of other letters loses its plural ending only.
   *  A glued ل or ب ("for", "in") is taken off only where a known word remains: too many words begin with these letters. */
  public static String stem(String word) {
    String bare = bare(word);
    String same = SAME.get(bare);
    if (same != null) return same;
    boolean glued = word.length() > LETTERS_LEFT && (word.charAt(0) == 'ل' || word.charAt(0) == 'ب');
    return glued ? SAME.getOrDefault(bare(word.substring(1)), bare) : bare;
  }

  /** The stems of a text of any length, in their order, without words that say nothing: the form for {@code to_tsvector('simple', …)}. */
  public static String searchText(String text) {
    String folded = Folding.fold(text);
    StringJoiner stems = new StringJoiner(" ");
    for (String word : folded.split(" ")) {
      if (!word.isEmpty() && !STOP.contains(word)) stems.add(stem(word));
    }
    return stems.toString();
  }

  private static String bare(String word) {
    if (word.isEmpty()) return word;
    return word.charAt(0) >= 'ء' && word.charAt(0) <= 'ۿ' ? withoutEndings(withoutBeginning(word)) : withoutLatinPlural(word);
  }

  private static String withoutBeginning(String word) {
    for (String prefix : ARABIC_PREFIXES) {
      if (word.startsWith(prefix) && word.length() - prefix.length() >= LETTERS_LEFT) return word.substring(prefix.length());
    }
    boolean and = word.charAt(0) == 'و' && word.length() - 1 > LETTERS_LEFT && !OWN_WAW.contains(withoutEndings(word));
    return and ? word.substring(1) : word;
  }

  /** Two endings at most: جمعيات, جمعي, جمع. */
  private static String withoutEndings(String word) {
    String once = withoutEnding(word);
    return once.equals(word) ? word : withoutEnding(once);
  }

  private static String withoutEnding(String word) {
    for (String suffix : ARABIC_SUFFIXES) {
      if (word.endsWith(suffix) && word.length() - suffix.length() >= LETTERS_LEFT) return word.substring(0, word.length() - suffix.length());
    }
    return word;
  }

  private static String withoutLatinPlural(String word) {
    if (word.length() < 5) return word;
    if (word.endsWith("aux")) return word.substring(0, word.length() - 3) + "al";
    boolean plural = word.endsWith("x") || word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static Iterable<String> lines() {
    try (InputStream file = Stems.class.getResourceAsStream("word-forms.txt")) {
      if (file == null) throw new IllegalStateException("word-forms.txt is missing");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
