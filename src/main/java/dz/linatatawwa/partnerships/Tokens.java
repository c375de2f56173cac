package dz.linatatawwa.partnerships;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Personal links: a random number in the address, of which only a hash is kept. */
final class Tokens {

  private Tokens() {}

  static byte[] hash(UUID token) {
    return sha256(token.toString());
  }

  /** SHA-256 of a text, hexadecimal. */
  static String fingerprint(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
