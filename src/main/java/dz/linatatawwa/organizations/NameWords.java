package dz.linatatawwa.organizations;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Stems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of names: how they are kept for the list, asked for, and compared. */
final class NameWords {

  /** PostgreSQL takes words of at most 2,046 bytes; no name has one of this many letters. */
  private static final int LONGEST = 100;

  private NameWords() {}

  /** Each word folded, and its stem. */
  static String[] kept(String names) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : words(Folding.fold(names))) {
      words.add(word);
      words.add(Stems.stem(word));
    }
    return words.toArray(String[]::new);
  }

  /** The same as a {@code tsvector}. */
  static String vector(String names) {
    return Arrays.stream(kept(names)).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  /** A folded word that somebody types, perhaps not to its end, as a {@code tsquery}: itself or its stem. */
  static String asked(String typed) {
    String word = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    String stem = Stems.stem(word);
    return stem.equals(word) ? "'" + word + "':*" : "'" + word + "':* | '" + stem + "':*";
  }

  /** Whoever shares one of the three longest words with this folded name, as a {@code tsquery}: the short ones are those that all share. */
  static String any(String name) {
    return words(name).stream().sorted(Comparator.comparingInt(String::length).reversed()).limit(3)
        .map(word -> "'" + word + "'").collect(Collectors.joining(" | "));
  }

  /** How alike two folded names look: 1 the same letters, 0 nothing in common. Order and spaces of words do not matter. */
  static double likeness(String one, String other) {
    String a = ordered(one);
    String b = ordered(other);
    int longest = Math.max(a.length(), b.length());
    return longest == 0 ? 0 : 1 - (double) distance(a, b) / longest;
  }

  private static String ordered(String name) {
    return words(name).stream().sorted().collect(Collectors.joining());
  }

  private static List<String> words(String folded) {
    return Arrays.stream(folded.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** Letters to change, put in or take out. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
