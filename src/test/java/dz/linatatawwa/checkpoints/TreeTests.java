package dz.linatatawwa.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTests {

  /** The leaves and roots by which the first implementation of RFC 6962 was tested, and most since. */
  private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS = List.of(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final Random random = new Random(19621105);

  @Test
  void theRootsAreThoseOfTheKnownVectors() {
    Grown tree = new Grown();
    RunningRoots roots = new RunningRoots();
    assertThat(new Tree(0, tree.nodes()).root()).asHexString().isEqualToIgnoringCase("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (int i = 0; i < LEAVES.size(); i++) {
      byte[] leaf = HexFormat.of().parseHex(LEAVES.get(i));
      tree.add(leaf);
      roots.add(Hashes.leaf(leaf));
      assertThat(tree.tree(i + 1).root()).asHexString().isEqualToIgnoringCase(ROOTS.get(i));
      assertThat(roots.root()).asHexString().isEqualToIgnoringCase(ROOTS.get(i));
      assertThat(PlainTree.root(tree.leaves)).asHexString().isEqualToIgnoringCase(ROOTS.get(i));
    }
  }

  @Test
  void everySizeUpToThreeHundredHasTheRootAndTheProofsOfTheDefinition() {
    Grown tree = new Grown();
    for (int size = 1; size <= 300; size++) {
      tree.add(leaf());
      compare(tree, size, random.nextInt(size), 1 + random.nextInt(size));
    }
  }

  @Test
  void largeTreesOfManyTilesToo() {
    Grown tree = new Grown();
    for (int i = 0; i < 70_000; i++) tree.add(leaf());
    for (int size : new int[] {255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_048, 70_000}) compare(tree, size, random.nextInt(size), 1 + random.nextInt(size));
  }

  @Test
  void growingInBatchesGivesTheSameTiles() {
    Grown one = new Grown();
    Grown other = new Grown();
    for (int i = 0; i < 1_500; i++) {
      byte[] leaf = leaf();
      one.add(leaf);
      if (random.nextInt(7) == 0) other.pause();
      other.add(leaf);
    }
    one.pause();
    other.pause();
    assertThat(other.tiles.keySet()).isEqualTo(one.tiles.keySet());
    one.tiles.forEach((tile, hashes) -> assertThat(other.tiles.get(tile)).isEqualTo(hashes));
  }

  @Test
  void whatIsChangedByOneBitIsRefused() {
    Grown tree = new Grown();
    for (int i = 0; i < 1_200; i++) tree.add(leaf());
    for (int round = 0; round < 400; round++) {
      int size = 2 + random.nextInt(1_198);
      int index = random.nextInt(size);
      int earlier = 1 + random.nextInt(size - 1);
      byte[] root = tree.tree(size).root();
      byte[] before = tree.tree(earlier).root();
      byte[] leaf = Hashes.leaf(tree.leaves.get(index));
      List<byte[]> path = tree.tree(size).inclusion(index);
      List<byte[]> proof = tree.tree(size).consistency(earlier);
      assertThat(Proofs.included(leaf, index, size, path, root)).isTrue();
      assertThat(Proofs.consistent(earlier, before, size, root, proof)).isTrue();
      assertThat(Proofs.included(flipped(leaf), index, size, path, root)).isFalse();
      assertThat(Proofs.included(leaf, index, size, path, flipped(root))).isFalse();
      assertThat(Proofs.included(leaf, index, size, flipped(path), root)).isFalse();
      assertThat(Proofs.included(leaf, index ^ 1, size, path, root)).isFalse();
      assertThat(Proofs.included(leaf, index, size, path.subList(0, path.size() - 1), root)).isFalse();
      assertThat(Proofs.consistent(earlier, flipped(before), size, root, proof)).isFalse();
      assertThat(Proofs.consistent(earlier, before, size, flipped(root), proof)).isFalse();
      assertThat(Proofs.consistent(earlier, before, size, root, flipped(proof))).isFalse();
      assertThat(Proofs.consistent(earlier, before, size, root, proof.subList(1, proof.size()))).isFalse();
    }
  }

  @Test
  void otherSizesAreRefused() {
    Grown tree = new Grown();
    for (int i = 0; i < 600; i++) tree.add(leaf());
    byte[] root = tree.tree(600).root();
    assertThat(Proofs.included(Hashes.leaf(tree.leaves.get(9)), 9, 601, tree.tree(600).inclusion(9), root)).as("a path ends where the right edge is").isTrue();
    assertThat(Proofs.included(Hashes.leaf(tree.leaves.get(599)), 599, 601, tree.tree(600).inclusion(599), root)).isFalse();
    assertThat(Proofs.included(Hashes.leaf(tree.leaves.get(9)), 9, 300, tree.tree(600).inclusion(9), root)).isFalse();
    assertThat(Proofs.consistent(601, root, 600, root, List.of())).isFalse();
    assertThat(Proofs.consistent(600, root, 600, root, List.of())).isTrue();
    assertThat(Proofs.consistent(300, tree.tree(300).root(), 600, root, tree.tree(600).consistency(301))).isFalse();
  }

  private void compare(Grown tree, int size, int index, int earlier) {
    List<byte[]> leaves = tree.leaves.subList(0, size);
    byte[] root = tree.tree(size).root();
    assertThat(root).isEqualTo(PlainTree.root(leaves));
    assertThat(tree.tree(size).inclusion(index)).usingRecursiveComparison().isEqualTo(PlainTree.path(index, leaves));
    assertThat(tree.tree(size).consistency(earlier)).usingRecursiveComparison().isEqualTo(PlainTree.proof(earlier, leaves));
    assertThat(Proofs.included(Hashes.leaf(leaves.get(index)), index, size, tree.tree(size).inclusion(index), root)).isTrue();
    assertThat(Proofs.consistent(earlier, tree.tree(earlier).root(), size, root, tree.tree(size).consistency(earlier))).isTrue();
  }

  private byte[] leaf() {
    byte[] leaf = new byte[random.nextInt(40)];
    random.nextBytes(leaf);
    return leaf;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] other = bytes.clone();
    other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    return other;
  }

  private List<byte[]> flipped(List<byte[]> path) {
    List<byte[]> other = new ArrayList<>(path);
    int place = random.nextInt(other.size());
    other.set(place, flipped(other.get(place)));
    return other;
  }

  /** A tree whose tiles lie in memory. */
  private static final class Grown {
    final List<byte[]> leaves = new ArrayList<>();
    final Map<Tile.Id, byte[]> tiles = new HashMap<>();
    private Growth growth = new Growth(0, tile -> Optional.empty());

    void add(byte[] leaf) {
      leaves.add(leaf);
      growth.add(Hashes.leaf(leaf));
    }

    /** As between two batches: the tiles are kept, and read again at need. */
    void pause() {
      tiles.putAll(growth.changes());
      growth = new Growth(leaves.size(), tile -> Optional.ofNullable(tiles.get(tile)));
    }

    Nodes nodes() {
      pause();
      return new TiledNodes(tiles::get);
    }

    Tree tree(long size) {
      return new Tree(size, nodes());
    }
  }
}
