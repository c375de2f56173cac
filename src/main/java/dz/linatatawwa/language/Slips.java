package dz.linatatawwa.language;

import java.util.LinkedHashSet;
import java.util.Set;

/** Words within a slip of the hand of each other: they share a key, and few letters differ. */
public final class Slips {

  private Slips() {}

  /** The word, and it without each one of its letters. */
  public static String[] keys(String word) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(word);
    for (int i = 0; i < word.length(); i++) keys.add(word.substring(0, i) + word.substring(i + 1));
    return keys.toArray(String[]::new);
  }

  /** A folded word as it is kept: without the article. */
  public static String bare(String folded) {
    return folded.startsWith("ال") && folded.length() > 4 ? folded.substring(2) : folded;
  }

  /** Letters wrong, missing, too many, or two neighbours swapped. */
  public static int between(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}
