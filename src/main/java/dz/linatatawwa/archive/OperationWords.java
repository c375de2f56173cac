package dz.linatatawwa.archive;

import dz.linatatawwa.language.WordsMeant;
import dz.linatatawwa.opportunities.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words of titles in the archive. */
@Repository
class OperationWords implements WordsMeant.Known {

  private final JdbcClient db;

  OperationWords(JdbcClient db) {
    this.db = db;
  }

  /** The same words with those that nobody uses put right; null when nothing better is known. */
  @Nullable String meant(String typed) {
    return WordsMeant.of(Asked.folded(typed), this).orElse(null);
  }

  @Override
  public boolean uses(String word) {
    return db.sql("select exists (select from archive.word where word = :word)").param("word", word).query(Boolean.class).single();
  }

  @Override
  public List<WordsMeant.Word> alike(String[] keys) {
    return db.sql("select word, shown from archive.word where keys && :keys::text[] limit 200").param("keys", keys)
        .query((row, n) -> new WordsMeant.Word(row.getString("word"), row.getString("shown"))).list();
  }
}
