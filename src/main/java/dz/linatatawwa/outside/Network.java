package dz.linatatawwa.outside;

import java.net.InetAddress;
import java.util.Arrays;

/** A range of addresses.
 *  @param first its first address, four or sixteen bytes
 *  @param bits  how many of them all its addresses share */
record Network(byte[] first, int bits) {

  Network {
    first = first.clone();
    if (bits < 0 || bits > first.length * 8) throw new IllegalArgumentException("not a network: " + Arrays.toString(first) + "/" + bits);
  }

  @Override
  public byte[] first() {
    return first.clone();
  }

  /** @param text {@code 10.0.0.0/8}, {@code 2001:db8::/32}
   *  @throws IllegalArgumentException when it is none */
  static Network of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("not a network: " + text);
    return new Network(InetAddress.ofLiteral(text.substring(0, slash)).getAddress(), Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(byte[] address) {
    if (address.length != first.length) return false;
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = 0xff << Math.max(0, 8 - (bits - bit)) & 0xff;
      if (((address[bit / 8] ^ first[bit / 8]) & mask) != 0) return false;
    }
    return true;
  }
}
