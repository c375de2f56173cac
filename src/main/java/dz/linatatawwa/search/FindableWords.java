package dz.linatatawwa.search;

import dz.linatatawwa.language.WordsMeant;
import dz.linatatawwa.opportunities.Asked;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words of titles, bodies and places of all that can be found. */
@Repository
class FindableWords implements WordsMeant.Known {

  private final JdbcClient db;

  FindableWords(JdbcClient db) {
    this.db = db;
  }

  /** The same words with those that nobody uses put right; nothing when nothing better is known. */
  Optional<String> meant(String typed) {
    return WordsMeant.of(Asked.folded(typed), this);
  }

  @Override
  public boolean uses(String word) {
    return db.sql("select exists (select from search.word where word = :word)").param("word", word).query(Boolean.class).single();
  }

  @Override
  public List<WordsMeant.Word> alike(String[] keys) {
    return db.sql("select word, shown from search.word where keys && :keys::text[] limit 200").param("keys", keys)
        .query((row, n) -> new WordsMeant.Word(row.getString("word"), row.getString("shown"))).list();
  }
}
