package dz.linatatawwa.files;

import dz.linatatawwa.accounts.AccountId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of files. */
@Component
class FileTable {

  private final JdbcClient db;

  FileTable(JdbcClient db) {
    this.db = db;
  }

  void insert(FileId id, AccountId owner, String purpose, String name, String contentType, byte[] content) {
    db.sql("""
        insert into files.file (id, owner, purpose, name, content_type, bytes, sha256)
        values (:id, :owner, :purpose, :name, :contentType, :bytes, :sha256)
        """)
        .param("id", id.value()).param("owner", owner.value()).param("purpose", purpose).param("name", name)
        .param("contentType", contentType).param("bytes", content.length).param("sha256", sha256(content)).update();
  }

  Optional<StoredFile> find(FileId id) {
    return db.sql("""
        select id, owner, purpose, name, content_type, bytes, sha256, made_at
        from files.file
        where id = :id and deleted_at is null
        """).param("id", id.value()).query(FileTable::read).optional();
  }

  List<StoredFile> ofOwner(AccountId owner) {
    return db.sql("""
        select id, owner, purpose, name, content_type, bytes, sha256, made_at
        from files.file
        where owner = :owner and deleted_at is null
        """).param("owner", owner.value()).query(FileTable::read).list();
  }

  /** The next files that were not deleted, by id.
   *  @param after the last of those before; nothing: from the first */
  List<StoredFile> after(Optional<FileId> after, int most) {
    return db.sql("""
        select id, owner, purpose, name, content_type, bytes, sha256, made_at
        from files.file
        where deleted_at is null and id > :after
        order by id
        limit :most
        """).param("after", after.map(FileId::value).orElse(new UUID(0, 0))).param("most", most).query(FileTable::read).list();
  }

  /** Deleted files whose bytes were not seen to be gone; until the transaction ends nobody else takes them. */
  List<FileId> toClear(int most) {
    return db.sql("select id from files.file where deleted_at is not null and cleared_at is null order by deleted_at limit :most for update skip locked")
        .param("most", most).query((row, number) -> new FileId(row.getObject("id", UUID.class))).list();
  }

  void cleared(FileId id) {
    db.sql("update files.file set cleared_at = now() where id = :id").param("id", id.value()).update();
  }

  boolean delete(FileId id) {
    return db.sql("update files.file set deleted_at = now(), name = '—' where id = :id and deleted_at is null").param("id", id.value()).update() == 1;
  }

  private static StoredFile read(ResultSet row, int number) throws SQLException {
    return new StoredFile(new FileId(row.getObject("id", UUID.class)), new AccountId(row.getLong("owner")), row.getString("purpose"),
        row.getString("name"), row.getString("content_type"), row.getLong("bytes"), HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
