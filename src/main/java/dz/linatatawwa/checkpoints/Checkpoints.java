package dz.linatatawwa.checkpoints;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Signed states of the ledger and the proofs that lead to them: what is published for everybody, and what only a person gets about their own hours. */
@Service
public class Checkpoints {

  private final CheckpointTable checkpoints;
  private final TileTable tiles;
  private final LeafTable leaves;
  private final LedgerKeys keys;
  private final Sequencer sequencer;

  Checkpoints(CheckpointTable checkpoints, TileTable tiles, LeafTable leaves, LedgerKeys keys, Sequencer sequencer) {
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.leaves = leaves;
    this.keys = keys;
    this.sequencer = sequencer;
  }

  /** The newest state; nothing before the first entry got its place. */
  public Optional<Checkpoint> newest() {
    return checkpoints.newest().map(CheckpointTable.Row::checkpoint);
  }

  /** All states, the newest first. */
  public Slice<Checkpoint> all(int page) {
    return checkpoints.page(page);
  }

  /** The newest state as a signed note, with the witnesses' lines. */
  public Optional<String> note() {
    return checkpoints.newest().map(CheckpointTable.Row::whole);
  }

  /** The state of this many entries as a signed note, with the witnesses' lines. */
  public Optional<String> note(long size) {
    return checkpoints.find(size).map(CheckpointTable.Row::whole);
  }

  /** A tile of hashes.
   *  @param level 0 to 7
   *  @param width 1 to 256 hashes, the first ones
   *  @return 32 bytes a hash; nothing when the tree has not so many there */
  public Optional<byte[]> tile(int level, long number, int width) {
    return tiles.find(new Tile.Id(level, number)).filter(hashes -> hashes.length >= width * Hashes.LENGTH)
        .map(hashes -> Arrays.copyOf(hashes, width * Hashes.LENGTH));
  }

  /** The name under which the ledger signs; none before the first checkpoint. */
  public Optional<String> name() {
    return checkpoints.origin();
  }

  /** The keys by which checkpoints are checked, the newest first; none before the first checkpoint. */
  public List<String> keys() {
    return checkpoints.origin().map(keys::verifiers).orElse(List.of()).stream().map(VerifierKey::toString).toList();
  }

  /** The names of those whose signatures are kept beside ours. */
  public List<String> witnesses() {
    return keys.witnesses().stream().map(VerifierKey::name).toList();
  }

  /** Where an entry stands in the tree, with its proof. That it is this person's is checked here.
   *  @return nothing while it has no place, and for somebody else's entry */
  public Optional<Inclusion> inclusion(AccountId person, long entry) {
    return leaves.ofEntry(entry).filter(leaf -> leaf.facts() != null && leaf.facts().volunteer() == person.value())
        .flatMap(leaf -> checkpoints.bestOver(leaf.position()).map(row -> inclusion(leaf, row)));
  }

  /** Keeps the lines of known witnesses under a checkpoint of ours.
   *  @param note a checkpoint with their signatures */
  public Cosigning cosign(String note) {
    Optional<SignedNote> signed = SignedNote.read(note);
    Optional<TreeHead> head = signed.flatMap(one -> TreeHead.read(one.text()));
    if (head.isEmpty()) return new Cosigning.Refused(Cosigning.Why.NO_CHECKPOINT);
    long size = head.get().size();
    boolean ours = checkpoints.find(size).flatMap(row -> SignedNote.read(row.note())).filter(kept -> kept.text().equals(signed.get().text())).isPresent();
    if (!ours) return new Cosigning.Refused(Cosigning.Why.NOT_OURS);
    List<String> known = keys.witnesses().stream().filter(witness -> signed.get().cosignature(witness).isPresent())
        .filter(witness -> keep(size, witness, signed.get())).map(VerifierKey::name).collect(Collectors.toList());
    return known.isEmpty() ? new Cosigning.Refused(Cosigning.Why.NOBODY_NEW) : new Cosigning.Kept(size, known);
  }

  /** The salts of who leaves are erased: nobody can open what is private of their entries any more, and the tree stays whole. */
  @EventListener
  void left(AccountClosed closed) {
    sequencer.erase(closed.account().value());
  }

  private boolean keep(long size, VerifierKey witness, SignedNote note) {
    SignedNote.Line line = note.cosignature(witness).orElseThrow();
    Instant madeAt = note.cosignedBy(witness).orElseThrow();
    return checkpoints.cosign(size, witness.name(), line.written(), madeAt);
  }

  private Inclusion inclusion(LeafTable.Placed leaf, CheckpointTable.Row row) {
    Tree tree = new Tree(row.checkpoint().size(), tiles.nodes());
    return Inclusion.of(leaf, tree.inclusion(leaf.position()), row);
  }
}
