package dz.linatatawwa.files;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.HexFormat;

/** What is known of a file that lies on the shelf.
 *  @param name        as its owner named it, cleaned; never a path
 *  @param contentType {@code image/jpeg} or {@code application/pdf}
 *  @param sha256      of the bytes as stored, hexadecimal */
public record StoredFile(FileId id, AccountId owner, String purpose, String name, String contentType, long bytes, String sha256, Instant madeAt) {

  /** Whether these bytes are those that were kept. */
  boolean is(byte[] content) {
    return content.length == bytes && HexFormat.of().formatHex(FileTable.sha256(content)).equals(sha256);
  }

  public boolean picture() {
    return contentType.startsWith("image/");
  }
}
