package dz.linatatawwa.checkpoints;

import java.util.Arrays;

/** The root of the leaves so far, from one hash a level: what a check of the whole tree keeps in memory. */
final class RunningRoots {

  private final byte[][] whole = new byte[63][];
  private long size;

  void add(byte[] leaf) {
    byte[] hash = leaf;
    int level = 0;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) hash = Hashes.node(whole[level++], hash);
    whole[level] = hash;
    size++;
  }

  byte[] root() {
    byte[] root = null;
    for (int level = 0; level < whole.length; level++) {
      if ((size >> level & 1) == 1) root = root == null ? whole[level] : Hashes.node(whole[level], root);
    }
    return root == null ? Hashes.ofNothing() : Arrays.copyOf(root, root.length);
  }
}
