package dz.linatatawwa.certificates;

import java.util.Optional;

/** Bytes in capitals and digits that nobody mistakes for each other (Crockford's 32 signs): unlike Base45 they may stand in an address, and a QR
 *  code packs them as tightly sign by sign. */
final class Base32 {

  static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 8 / 5 + 1);
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = held << 8 | one & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) text.append(SIGNS.charAt(held >> bits - 5 & 31));
      held &= (1 << bits) - 1;
    }
    if (bits > 0) text.append(SIGNS.charAt(held << 5 - bits & 31));
    return text.toString();
  }

  /** Nothing for a text that no bytes are written as. */
  static Optional<byte[]> decode(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int to = 0;
    for (int i = 0; i < text.length(); i++) {
      int sign = SIGNS.indexOf(text.charAt(i));
      if (sign < 0) return Optional.empty();
      held = held << 5 | sign;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[to++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return held == 0 && bits < 5 ? Optional.of(bytes) : Optional.empty();
  }
}
