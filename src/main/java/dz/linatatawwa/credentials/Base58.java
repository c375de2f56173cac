package dz.linatatawwa.credentials;

import java.math.BigInteger;
import java.util.Optional;

/** Bytes in the 58 signs that keys and signatures of credentials are written in (base58btc), after the {@code z} that says so (Multibase). */
final class Base58 {

  private static final String SIGNS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(58);
  private static final int LONGEST = 200;

  private Base58() {}

  static String multibase(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) text.append(SIGNS.charAt(rest.mod(BASE).intValue()));
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) text.append('1');
    return text.append('z').reverse().toString();
  }

  /** Nothing for a text that no bytes are written as, or that is longer than a signature can be. */
  static Optional<byte[]> bytes(String multibase) {
    if (!multibase.startsWith("z") || multibase.length() > LONGEST) return Optional.empty();
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 1; i < multibase.length(); i++) {
      int sign = SIGNS.indexOf(multibase.charAt(i));
      if (sign < 0) return Optional.empty();
      if (sign == 0 && number.signum() == 0) zeros++;
      number = number.multiply(BASE).add(BigInteger.valueOf(sign));
    }
    byte[] read = number.signum() == 0 ? new byte[0] : number.toByteArray();
    int from = read.length > 0 && read[0] == 0 ? 1 : 0;
    byte[] bytes = new byte[zeros + read.length - from];
    System.arraycopy(read, from, bytes, zeros, read.length - from);
    return Optional.of(bytes);
  }
}
