package dz.linatatawwa.opportunities;

import java.util.Arrays;

/** Growing numbers, kept as the steps between them, seven bits to a byte: most take one byte. */
final class Slots {

  private static final int LEAST = 4;

  private byte[] bytes = new byte[LEAST];
  private int length;
  private int last = -1;

  /** @param slot greater than all before; the last one again is passed over */
  void add(int slot) {
    if (slot == last) return;
    int step = slot - last;
    last = slot;
    for (; step > 127; step >>>= 7) put((byte) (step & 127 | 128));
    put((byte) step);
  }

  /** Sets the bit of each. */
  void mark(long[] bits) {
    int slot = -1;
    for (int i = 0; i < length; ) {
      int step = bytes[i] & 127;
      for (int shift = 7; bytes[i++] < 0; shift += 7) step |= (bytes[i] & 127) << shift;
      slot += step;
      bits[slot >> 6] |= 1L << slot;
    }
  }

  /** Gives back what was set aside for more. */
  void trim() {
    bytes = Arrays.copyOf(bytes, length);
  }

  private void put(byte value) {
    if (length == bytes.length) bytes = Arrays.copyOf(bytes, Math.max(LEAST, length + length / 4 + 1));
    bytes[length++] = value;
  }
}
