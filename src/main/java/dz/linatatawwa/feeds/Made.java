package dz.linatatawwa.feeds;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file that was made for programs, and how they are told that nothing changed.
 *  @param tag     changes with every byte
 *  @param changed when the newest thing in it last changed; null: there is nothing in it */
public record Made(byte[] bytes, String tag, @Nullable Instant changed) {

  private static final int TAG_BYTES = 12;

  static Made of(String text, @Nullable Instant changed) {
    return of(text.getBytes(StandardCharsets.UTF_8), changed);
  }

  static Made of(byte[] bytes, @Nullable Instant changed) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Made(bytes, "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"', changed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
