package dz.linatatawwa.files;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** What is known of a file that lies under the data folder.
 *  @param name        as its owner named it, cleaned; never a path
 *  @param contentType {@code image/jpeg} or {@code application/pdf}
 *  @param sha256      of the bytes as stored, hexadecimal */
public record StoredFile(FileId id, AccountId owner, String purpose, String name, String contentType, long bytes, String sha256, Instant madeAt) {

  public boolean picture() {
    return contentType.startsWith("image/");
  }
}
