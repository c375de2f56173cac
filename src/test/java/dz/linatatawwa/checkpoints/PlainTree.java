package dz.linatatawwa.checkpoints;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A second Merkle tree, written from the definitions of RFC 9162 section 2.1 alone: over a list of leaves in memory, as slow and as plain as they are. */
final class PlainTree {

  private PlainTree() {}

  /** MTH(D_n). */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) return sha256();
    if (leaves.size() == 1) return sha256(new byte[] {0}, leaves.getFirst());
    int k = split(leaves.size());
    return sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /** PATH(m, D_n). */
  static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) return List.of();
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
  }

  /** PROOF(m, D_n). */
  static List<byte[]> proof(int m, List<byte[]> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
    if (m == leaves.size()) return known ? List.of() : List.of(root(leaves));
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return m <= k ? with(subproof(m, left, known), root(right)) : with(subproof(m - k, right, false), root(left));
  }

  private static List<byte[]> with(List<byte[]> path, byte[] last) {
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) digest.update(part);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
