package dz.linatatawwa.checkpoints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves the tree against the ledger: every line against its leaf, every leaf against the checkpoints, every signature against the keys.
 *  Reads block by block, so that memory does not grow with the ledger. */
@Component
class TreeCheck {

  private static final int BLOCK = 4096;
  private static final int FAULTS = 100;

  private final LeafTable leaves;
  private final TileTable tiles;
  private final CheckpointTable checkpoints;
  private final LedgerKeys keys;

  /** @param entries     leaves that were looked at
   *  @param erased      of these, whose person has left: only month, minutes, grade, field, wilaya and kind could be compared
   *  @param waiting     lines of the ledger that have no place yet
   *  @param checkpoints whose root and signature were looked at
   *  @param faults      the first first; at most a hundred */
  record Report(long entries, long erased, long waiting, long checkpoints, List<String> faults) {}

  TreeCheck(LeafTable leaves, TileTable tiles, CheckpointTable checkpoints, LedgerKeys keys) {
    this.leaves = leaves;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.keys = keys;
  }

  /** At one moment, whatever is confirmed meanwhile.
   *  @param against a checkpoint that somebody kept; null: only what is kept here is compared with itself */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Report check(@Nullable TreeHead against) {
    return new Walk(against).report();
  }

  private final class Walk {
    private final @Nullable TreeHead against;
    private final List<String> faults = new ArrayList<>();
    private final RunningRoots roots = new RunningRoots();
    private final Growth growth = new Growth(0, tile -> Optional.empty());
    private final List<VerifierKey> verifiers = checkpoints.origin().map(keys::verifiers).orElse(List.of());
    private final String origin = checkpoints.origin().orElse("");
    private List<CheckpointTable.Row> ahead = List.of();
    private int next;
    private long size;
    private long erased;
    private long seen;
    private byte[] tile = {};

    Walk(@Nullable TreeHead against) {
      this.against = against;
    }

    Report report() {
      ahead = checkpoints.after(0, BLOCK);
      for (List<LeafTable.Placed> block = leaves.placed(0, BLOCK); !block.isEmpty(); block = leaves.placed(block.getLast().position() + 1, BLOCK)) {
        for (LeafTable.Placed leaf : block) look(leaf);
        compareTiles();
      }
      while (next < ahead.size()) fault("checkpoint of " + ahead.get(next++).checkpoint().size() + " entries: the tree has only " + size);
      if (against != null && against.size() > size) fault("the kept checkpoint is of " + against.size() + " entries: the tree has only " + size);
      if (checkpoints.newest().map(row -> row.checkpoint().size()).orElse(0L) < size) fault("there are leaves that no checkpoint was signed for");
      return new Report(size, erased, leaves.waiting(), seen, List.copyOf(faults));
    }

    private void look(LeafTable.Placed leaf) {
      while (size < leaf.position()) {
        fault("place " + size + ": its leaf is gone");
        grow(kept(size));
      }
      byte[] kept = kept(size);
      compare(leaf, kept);
      grow(kept);
    }

    private void grow(byte @Nullable [] hash) {
      byte[] leaf = hash == null ? new byte[Hashes.LENGTH] : hash;
      roots.add(leaf);
      growth.add(leaf);
      size++;
      if (against != null && against.size() == size && !Arrays.equals(roots.root(), against.root())) {
        fault("the first " + size + " entries are not those of the kept checkpoint: the past was rewritten");
      }
      for (CheckpointTable.Row due = due(); due != null && due.checkpoint().size() == size; due = due()) compare(due);
    }

    /** The hash that was published for this place; null when it is gone. */
    private byte @Nullable [] kept(long position) {
      int place = (int) (position % Tile.WIDTH);
      if (place == 0) tile = tiles.find(new Tile.Id(0, position / Tile.WIDTH)).orElse(new byte[0]);
      if (tile.length < (place + 1) * Hashes.LENGTH) {
        fault("place " + position + ": its hash is gone from the tiles");
        return null;
      }
      return Tile.hash(tile, place);
    }

    private void compare(LeafTable.Placed leaf, byte @Nullable [] kept) {
      Facts facts = leaf.facts();
      String where = "entry " + leaf.entry() + " (place " + leaf.position() + "): ";
      if (facts == null) {
        fault(where + "its line is gone from the ledger");
        return;
      }
      byte[] salt = leaf.salt();
      if (salt == null) {
        erased++;
        if (!leaf.erased()) fault(where + "its salt is gone, and its person has not left");
      } else if (!Arrays.equals(facts.commitment(salt), leaf.commitment())) {
        fault(where + "its line says something else than when it got its place");
      }
      if (kept != null && !Arrays.equals(facts.leafHash(leaf.commitment()), kept)) fault(where + "its line does not give the leaf that was published");
    }

    private void compare(CheckpointTable.Row row) {
      next++;
      seen++;
      String where = "checkpoint of " + size + " entries: ";
      Optional<SignedNote> note = SignedNote.read(row.note());
      Optional<TreeHead> head = note.flatMap(signed -> TreeHead.read(signed.text()));
      if (head.isEmpty() || !head.get().origin().equals(origin) || head.get().size() != size || !Arrays.equals(head.get().root(), row.checkpoint().root())) {
        fault(where + "its note says something else");
      } else if (verifiers.stream().noneMatch(note.get()::signedBy)) {
        fault(where + "it is not signed with a key of this ledger");
      }
      if (!Arrays.equals(roots.root(), row.checkpoint().root())) fault(where + "the tiles do not give its root");
    }

    private CheckpointTable.@Nullable Row due() {
      if (next == ahead.size() && !ahead.isEmpty()) {
        ahead = checkpoints.after(ahead.getLast().checkpoint().size(), BLOCK);
        next = 0;
      }
      return next < ahead.size() ? ahead.get(next) : null;
    }

    /** The tiles of the upper levels, made anew from the leaves. */
    private void compareTiles() {
      for (Map.Entry<Tile.Id, byte[]> made : growth.changes().entrySet()) {
        Tile.Id id = made.getKey();
        byte[] there = id.level() == 0 ? made.getValue() : tiles.find(id).orElse(new byte[0]);
        boolean same = there.length >= made.getValue().length && Arrays.equals(Arrays.copyOf(there, made.getValue().length), made.getValue());
        if (!same) fault("tile " + id.level() + "/" + id.number() + ": it is not made of the tiles below");
      }
    }

    private void fault(String words) {
      if (faults.size() < FAULTS) faults.add(words);
    }
  }
}
