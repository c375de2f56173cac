package dz.linatatawwa.figures;

import java.util.Arrays;

/** Writes one slice, person after person. */
final class Packer {

  private byte[] bytes = new byte[64];
  private int length;
  private long[] lines = new long[4];
  private int count;

  /** One more line of the person who is ended next. */
  void line(long line) {
    if (count == lines.length) lines = Arrays.copyOf(lines, 2 * count);
    lines[count++] = line;
  }

  boolean begun() {
    return count > 0;
  }

  /** The lines since the last end were this person's. A line and the one that takes it back leave no trace; the others stand in their order, so that what is
   *  brought on and what is made anew are the same bytes.
   *  @param bare whether somebody without lines is written too */
  void end(int person, int facts, boolean bare) {
    net();
    Arrays.sort(lines, 0, count);
    for (int from = 0; from < count || bare && from == 0; from += Packed.MOST_LINES) write(person, facts, from, Math.min(count, from + Packed.MOST_LINES));
    count = 0;
  }

  private void write(int person, int facts, int from, int to) {
    int needed = length + Packed.PERSON + (to - from) * Packed.LINE + Packed.END;
    if (needed > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
    Packed.putInt(bytes, length, person << 12 | to - from);
    Packed.putFacts(bytes, length + 4, facts);
    length += Packed.PERSON;
    for (int i = from; i < to; i++, length += Packed.LINE) Packed.putLine(bytes, length, lines[i]);
  }

  private void net() {
    for (int i = 0; i < count; i++) {
      if (Packed.minutes(lines[i]) >= 0) continue;
      long other = Packed.opposite(lines[i]);
      for (int j = 0; j < count; j++) {
        if (lines[j] != other) continue;
        drop(Math.max(i, j));
        drop(Math.min(i, j));
        i = -1;
        break;
      }
    }
  }

  private void drop(int i) {
    System.arraycopy(lines, i + 1, lines, i, --count - i);
  }

  /** Bytes so far, without the end. */
  int length() {
    return length;
  }

  /** The bytes, of which {@link #length()} are written. */
  byte[] bytes() {
    return bytes;
  }

  void clear() {
    length = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  byte[] data() {
    byte[] data = Arrays.copyOf(bytes, length + Packed.END);
    data[length] = 0;
    data[length + 1] = 0;
    return data;
  }

  Section section(int year) {
    return new Section(data(), 0, length + Packed.END, year, true);
  }
}
