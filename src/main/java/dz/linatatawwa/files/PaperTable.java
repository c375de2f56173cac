package dz.linatatawwa.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of a room that says which files belong to what: {@code file_id}, {@code added_at} and the number of what they belong to.
 *  @param table  with its schema
 *  @param holder the column of what they belong to
 *  @param stands the condition on rows that stand: {@code true}, or that nobody has taken them away */
public record PaperTable(JdbcClient db, String table, String holder, String stands) {

  /** A table whose rows go when a paper is taken away. */
  public PaperTable(JdbcClient db, String table, String holder) {
    this(db, table, holder, "true");
  }

  /** The papers of a thing, in the order in which they came. */
  public List<FileId> of(long id) {
    return db.sql("select file_id from " + table + " where " + holder + " = :id and " + stands + " order by added_at, file_id").param("id", id)
        .query((row, number) -> new FileId(row.getObject("file_id", UUID.class))).list();
  }

  /** To what a paper belongs; nothing for one that stands nowhere. */
  public Optional<Long> holder(FileId file) {
    return db.sql("select " + holder + " from " + table + " where file_id = :file and " + stands).param("file", file.value()).query(Long.class).optional();
  }
}
