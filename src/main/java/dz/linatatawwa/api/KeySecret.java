package dz.linatatawwa.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/** The secret of a key: {@code ltk_}, six letters by which it is known again, and 256 random bits. Shown once; kept as SHA-256, which for so many random bits is enough. */
record KeySecret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int PREFIX = 10;
  private static final int RANDOM_LETTERS = 43;

  static KeySecret made() {
    return new KeySecret("ltk_" + letters(PREFIX - 4) + "_" + letters(RANDOM_LETTERS));
  }

  /** What looks like one. */
  static Optional<KeySecret> of(String text) {
    return text.length() == PREFIX + 1 + RANDOM_LETTERS && text.matches("ltk_[0-9A-Za-z]{6}_[0-9A-Za-z]{43}") ? Optional.of(new KeySecret(text)) : Optional.empty();
  }

  String prefix() {
    return text.substring(0, PREFIX);
  }

  byte[] hash() {
    return sha(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) digest.update(part);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return prefix();
  }

  private static String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return letters.toString();
  }
}
