package dz.linatatawwa.checkpoints;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The place of one entry in the tree, and the file by which its person proves it to anybody.
 *  @param position from 0
 *  @param proof    the file, in C2SP tlog-proof */
public record Inclusion(long entry, long position, Checkpoint checkpoint, String proof) {

  static Inclusion of(LeafTable.Placed leaf, List<byte[]> path, CheckpointTable.Row row) {
    Facts facts = leaf.facts();
    if (facts == null) throw new IllegalStateException("entry " + leaf.entry() + " is gone");
    String hashes = path.stream().map(hash -> Base64.getEncoder().encodeToString(hash) + "\n").collect(Collectors.joining());
    String extra = Base64.getEncoder().encodeToString(opening(facts, leaf).getBytes(StandardCharsets.UTF_8));
    return new Inclusion(leaf.entry(), leaf.position(), row.checkpoint(),
        "c2sp.org/tlog-proof@v1\nextra " + extra + "\nindex " + leaf.position() + "\n" + hashes + "\n" + row.whole());
  }

  /** Leaf, salt and facts, three parts with an empty line between them: SHA-256 over salt and facts is the commitment in the leaf. */
  private static String opening(Facts facts, LeafTable.Placed leaf) {
    byte @Nullable [] salt = leaf.salt();
    return facts.leaf(leaf.commitment()) + "\n" + (salt == null ? "" : "salt " + HexFormat.of().formatHex(salt) + "\n\n" + facts.all());
  }
}
