package dz.linatatawwa.codes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How codes are written: a mark of their kind, then bytes in Base45. Numbers are big-endian.
 *  LT1, of a phone: account 8, phone's key 64, end of the pass 4, number of our key 1, our signature over these 64, second 4, the phone's
 *  signature over all of this 64. LT2, of a card: account 8, serial 8, number of our key 1, our signature over these 64. LT3, of a page:
 *  account 8, second of its end 8, number of our key 1, our signature over the letters LT3 and these 64. */
final class Wire {

  static final String PHONE = "LT1:";
  static final String CARD = "LT2:";
  static final String PAGE = "LT3:";

  private static final int PASS = 8 + 64 + 4 + 1;
  private static final int SHORT = 8 + 8 + 1;

  private Wire() {}

  /** Bytes that we signed.
   *  @param signed what the signature is over */
  record Ours(byte[] signed, int key, byte[] signature) {}

  /** A pass: that this phone may speak for this person until then. */
  record Pass(long account, byte[] phone, long ends, Ours ours) {}

  /** A pass, and what the phone said with it. */
  record Phone(Pass pass, long second, byte[] signed, byte[] signature) {}

  /** A card or a page. @param number serial of the card, or the second when the page's code ends */
  record Short(long account, long number, Ours ours) {}

  static byte[] passBody(long account, byte[] phone, long ends, int key) {
    return ByteBuffer.allocate(PASS).putLong(account).put(phone).putInt((int) ends).put((byte) key).array();
  }

  static byte[] shortBody(long account, long number, int key) {
    return ByteBuffer.allocate(SHORT).putLong(account).putLong(number).put((byte) key).array();
  }

  /** What a page's code is signed over: never the same bytes as a card's. */
  static byte[] pageSigned(byte[] body) {
    return joined(new byte[] {'L', 'T', '3'}, body);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  static Optional<Phone> phone(byte[] bytes) {
    if (bytes.length != PASS + 64 + 4 + 64) return Optional.empty();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long account = in.getLong();
    byte[] phone = take(in, 64);
    long ends = Integer.toUnsignedLong(in.getInt());
    int key = Byte.toUnsignedInt(in.get());
    Pass pass = new Pass(account, phone, ends, new Ours(Arrays.copyOf(bytes, PASS), key, take(in, 64)));
    long second = Integer.toUnsignedLong(in.getInt());
    return Optional.of(new Phone(pass, second, Arrays.copyOf(bytes, bytes.length - 64), take(in, 64)));
  }

  static Optional<Short> shortened(byte[] bytes) {
    if (bytes.length != SHORT + 64) return Optional.empty();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long account = in.getLong();
    long number = in.getLong();
    int key = Byte.toUnsignedInt(in.get());
    return Optional.of(new Short(account, number, new Ours(Arrays.copyOf(bytes, SHORT), key, take(in, 64))));
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }
}
