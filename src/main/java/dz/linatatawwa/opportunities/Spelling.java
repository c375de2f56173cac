package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Slips;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
      String word = Slips.bare(folded);
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
    return db.sql("select word, shown from opportunities.word where keys && :keys::text[] limit 200").param("keys", Slips.keys(word))
        .query((row, n) -> new Word(row.getString("word"), row.getString("shown"))).list().stream()
        .filter(other -> Slips.between(word, other.word) <= most)
        .min(Comparator.comparingInt((Word other) -> Slips.between(word, other.word)).thenComparing(Word::word));
  }
}
