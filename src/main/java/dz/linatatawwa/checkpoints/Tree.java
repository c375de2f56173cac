package dz.linatatawwa.checkpoints;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of the first {@code size} leaves, as RFC 9162 section 2.1 defines it; its proofs are lists of hashes.
 *  @param size leaves, 0 or more */
record Tree(long size, Nodes nodes) {

  byte[] root() {
    return size == 0 ? Hashes.ofNothing() : hash(0, size);
  }

  /** That the leaf at this place is in the tree (section 2.1.3.1), from its neighbour up.
   *  @param index 0 up to size - 1 */
  List<byte[]> inclusion(long index) {
    if (index < 0 || index >= size) throw new IllegalArgumentException("leaf " + index + " of " + size);
    List<byte[]> path = new ArrayList<>();
    inclusion(index, 0, size, path);
    return path;
  }

  /** That this tree only added to an earlier one (section 2.1.4.1).
   *  @param earlier its size, 1 up to size */
  List<byte[]> consistency(long earlier) {
    if (earlier < 1 || earlier > size) throw new IllegalArgumentException("size " + earlier + " before " + size);
    List<byte[]> path = new ArrayList<>();
    if (earlier < size) consistency(earlier, 0, size, true, path);
    return path;
  }

  private void inclusion(long index, long from, long to, List<byte[]> path) {
    if (to - from == 1) return;
    long middle = from + split(to - from);
    if (index < middle) {
      inclusion(index, from, middle, path);
      path.add(hash(middle, to));
    } else {
      inclusion(index, middle, to, path);
      path.add(hash(from, middle));
    }
  }

  /** @param known whether whoever checks knows the hash of these leaves already: it is the earlier root */
  private void consistency(long earlier, long from, long to, boolean known, List<byte[]> path) {
    if (earlier == to) {
      if (!known) path.add(hash(from, to));
      return;
    }
    long middle = from + split(to - from);
    if (earlier <= middle) {
      consistency(earlier, from, middle, known, path);
      path.add(hash(middle, to));
    } else {
      consistency(earlier, middle, to, false, path);
      path.add(hash(from, middle));
    }
  }

  private byte[] hash(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return nodes.node(level, from >> level);
    }
    long middle = from + split(count);
    return Hashes.node(hash(from, middle), hash(middle, to));
  }

  /** The greatest power of two below. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}
