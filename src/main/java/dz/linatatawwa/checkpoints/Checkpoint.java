package dz.linatatawwa.checkpoints;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A signed state of the ledger: so many entries, and one hash that stands for all of them in their order.
 *  @param size      entries in the tree
 *  @param root      32 bytes
 *  @param witnesses names of those who signed it beside us */
public record Checkpoint(long size, byte[] root, Instant signedAt, List<String> witnesses) {

  public Checkpoint {
    witnesses = List.copyOf(witnesses);
  }

  /** The hash as it is written: 44 letters of Base64. */
  public String rootText() {
    return Base64.getEncoder().encodeToString(root);
  }
}
