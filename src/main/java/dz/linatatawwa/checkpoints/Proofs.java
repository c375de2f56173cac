package dz.linatatawwa.checkpoints;

import java.util.Arrays;
import java.util.List;

/** Checks proofs without the tree, step by step as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. */
final class Proofs {

  private Proofs() {}

  static boolean included(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) return false;
    long place = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] beside : path) {
      if (last == 0) return false;
      if ((place & 1) == 1 || place == last) {
        hash = Hashes.node(beside, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hashes.node(hash, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  static boolean consistent(long earlier, byte[] earlierRoot, long size, byte[] root, List<byte[]> path) {
    if (earlier < 1 || earlier > size) return false;
    if (earlier == size) return path.isEmpty() && Arrays.equals(earlierRoot, root);
    boolean whole = Long.bitCount(earlier) == 1;
    if (path.isEmpty() && !whole) return false;
    int next = whole ? 0 : 1;
    byte[] before = whole ? earlierRoot : path.getFirst();
    byte[] now = before;
    long place = earlier - 1;
    long last = size - 1;
    while ((place & 1) == 1) {
      place >>= 1;
      last >>= 1;
    }
    for (byte[] beside : path.subList(next, path.size())) {
      if (last == 0) return false;
      if ((place & 1) == 1 || place == last) {
        before = Hashes.node(beside, before);
        now = Hashes.node(beside, now);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        now = Hashes.node(now, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(before, earlierRoot) && Arrays.equals(now, root);
  }
}
