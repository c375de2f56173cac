package dz.linatatawwa.checkpoints;

import java.util.Arrays;

/** Up to 256 neighbouring hashes of one level of tiles, as C2SP tlog-tiles publishes them. */
final class Tile {

  static final int WIDTH = 256;
  /** Levels of the tree that one level of tiles spans. */
  static final int HEIGHT = 8;

  private Tile() {}

  /** Which tile.
   *  @param level  0 holds the leaves; 7 is the highest that 2^63 leaves could need
   *  @param number from the left, from 0 */
  record Id(int level, long number) {
    Id {
      if (level < 0 || level > 7 || number < 0) throw new IllegalArgumentException("tile " + level + "/" + number);
    }
  }

  /** Hashes that this tile has in a tree of this size, 0 to 256. */
  static int width(Id tile, long size) {
    long before = tile.number() * WIDTH;
    long hashes = size >> (HEIGHT * tile.level());
    return (int) Math.clamp(hashes - before, 0, WIDTH);
  }

  static byte[] hash(byte[] tile, int place) {
    return Arrays.copyOfRange(tile, place * Hashes.LENGTH, (place + 1) * Hashes.LENGTH);
  }

  /** The hash over {@code 1 << height} hashes of a tile. */
  static byte[] over(byte[] tile, int first, int height) {
    if (height == 0) return hash(tile, first);
    int half = 1 << (height - 1);
    return Hashes.node(over(tile, first, height - 1), over(tile, first + half, height - 1));
  }
}
