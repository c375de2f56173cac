package dz.linatatawwa.codes;

import java.util.Optional;

/** Bytes in the 45 signs that a QR code packs tightest (RFC 9285). */
final class Base45 {

  private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private Base45() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 2);
    for (int i = 0; i < bytes.length; i += 2) {
      boolean pair = i + 1 < bytes.length;
      int number = pair ? (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff : bytes[i] & 0xff;
      for (int signs = pair ? 3 : 2; signs > 0; signs--, number /= 45) text.append(SIGNS.charAt(number % 45));
    }
    return text.toString();
  }

  /** Nothing for a text that no bytes are written as. */
  static Optional<byte[]> decode(String text) {
    if (text.length() % 3 == 1) return Optional.empty();
    byte[] bytes = new byte[text.length() / 3 * 2 + (text.length() % 3 == 2 ? 1 : 0)];
    for (int at = 0, to = 0; at < text.length(); at += 3) {
      int signs = Math.min(3, text.length() - at);
      int number = 0;
      for (int i = signs - 1; i >= 0; i--) {
        int sign = SIGNS.indexOf(text.charAt(at + i));
        if (sign < 0) return Optional.empty();
        number = number * 45 + sign;
      }
      if (number > (signs == 3 ? 0xffff : 0xff)) return Optional.empty();
      if (signs == 3) bytes[to++] = (byte) (number >> 8);
      bytes[to++] = (byte) number;
    }
    return Optional.of(bytes);
  }
}
