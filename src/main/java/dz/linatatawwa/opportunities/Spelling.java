package dz.linatatawwa.opportunities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** "Did you mean": words that opportunities use and that look like those typed. Asked only when a search finds next to nothing. */
@Repository
class Spelling {

  private record Word(String word, String shown) {}

  private final JdbcClient db;

  Spelling(JdbcClient db) {
    this.db = db;
  }

  /** The same words with those that nobody uses put right; null when nothing better is known. */
  @Nullable String meant(String typed) {
    List<String> better = new ArrayList<>();
    boolean changed = false;
    for (String folded : Asked.folded(typed)) {
      String word = bare(folded);
      Optional<Word> like = word.length() < 3 || used(word) ? Optional.empty() : nearest(word);
      changed |= like.isPresent();
      better.add(like.map(Word::shown).orElse(folded));
    }
    return changed ? String.join(" ", better) : null;
  }

  private boolean used(String word) {
    return db.sql("select exists (select from opportunities.word where word = :word)").param("word", word).query(Boolean.class).single();
  }

  private Optional<Word> nearest(String word) {
    int most = word.length() < 5 ? 1 : 2;
    return db.sql("select word, shown from opportunities.word where keys && :keys::text[] limit 200").param("keys", keys(word))
        .query((row, n) -> new Word(row.getString("word"), row.getString("shown"))).list().stream()
        .filter(other -> slips(word, other.word) <= most)
        .min(Comparator.comparingInt((Word other) -> slips(word, other.word)).thenComparing(Word::word));
  }

  /** The word, and it without each one of its letters. */
  static String[] keys(String word) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(word);
    for (int i = 0; i < word.length(); i++) keys.add(word.substring(0, i) + word.substring(i + 1));
    return keys.toArray(String[]::new);
  }

  /** A folded word as it is kept: without the article. */
  static String bare(String folded) {
    return folded.startsWith("ال") && folded.length() > 4 ? folded.substring(2) : folded;
  }

  /** Letters wrong, missing, too many, or two neighbours swapped. */
  static int slips(String a, String b) {
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
