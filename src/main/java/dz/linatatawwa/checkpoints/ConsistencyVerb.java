package dz.linatatawwa.checkpoints;

import dz.linatatawwa.hours.LedgerVerb;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code ledger consistency A B}: the later of two kept checkpoints only added to the earlier one, with the proof for others to check. */
@Component
class ConsistencyVerb implements LedgerVerb {

  private final KeptFiles files;
  private final TileTable tiles;
  private final CheckpointTable checkpoints;

  ConsistencyVerb(KeptFiles files, TileTable tiles, CheckpointTable checkpoints) {
    this.files = files;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
  }

  @Override
  public String name() {
    return "consistency";
  }

  @Override
  public String usage() {
    return "consistency CHECKPOINT-FILE CHECKPOINT-FILE";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 2) {
      System.err.println("ledger " + usage());
      return 2;
    }
    Optional<TreeHead> one = files.checkpoint(arguments.get(0));
    Optional<TreeHead> other = files.checkpoint(arguments.get(1));
    if (one.isEmpty() || other.isEmpty()) return 1;
    return one.get().size() <= other.get().size() ? compare(one.get(), other.get()) : compare(other.get(), one.get());
  }

  private int compare(TreeHead earlier, TreeHead later) {
    long now = checkpoints.newest().map(row -> row.checkpoint().size()).orElse(0L);
    if (later.size() > now || earlier.size() < 1) {
      System.out.println("the tree has " + now + " entries: it cannot prove a checkpoint of " + later.size());
      return 1;
    }
    List<byte[]> proof = new Tree(later.size(), tiles.nodes()).consistency(earlier.size());
    boolean good = Proofs.consistent(earlier.size(), earlier.root(), later.size(), later.root(), proof);
    proof.forEach(hash -> System.out.println(Base64.getEncoder().encodeToString(hash)));
    System.out.println(good ? "the ledger of " + later.size() + " entries only added to that of " + earlier.size()
        : "the ledger of " + later.size() + " entries is not that of " + earlier.size() + " with something added: the past was rewritten");
    return good ? 0 : 1;
  }
}
