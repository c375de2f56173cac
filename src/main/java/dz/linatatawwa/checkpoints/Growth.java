package dz.linatatawwa.checkpoints;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Adds leaves at the right edge of a tree: holds the open tile of each level, and what became of tiles meanwhile. */
final class Growth {

  private final Function<Tile.Id, Optional<byte[]>> kept;
  private final Map<Tile.Id, byte[]> changed = new HashMap<>();
  private final Tail[] open = new Tail[Tile.HEIGHT];
  private long size;

  private static final class Tail {
    long number;
    int width;
    final byte[] hashes = new byte[Tile.WIDTH * Hashes.LENGTH];
  }

  /** @param size leaves that are there
   *  @param kept gives the tiles of these leaves */
  Growth(long size, Function<Tile.Id, Optional<byte[]>> kept) {
    this.size = size;
    this.kept = kept;
  }

  void add(byte[] leaf) {
    add(0, leaf);
    size++;
  }

  long size() {
    return size;
  }

  /** Every tile that is new or longer, with all its hashes; afterwards none is. */
  Map<Tile.Id, byte[]> changes() {
    for (int level = 0; level < open.length; level++) {
      Tail tail = open[level];
      if (tail != null && tail.width > 0) changed.put(new Tile.Id(level, tail.number), Arrays.copyOf(tail.hashes, tail.width * Hashes.LENGTH));
    }
    Map<Tile.Id, byte[]> all = Map.copyOf(changed);
    changed.clear();
    return all;
  }

  private void add(int level, byte[] hash) {
    Tail tail = open[level];
    if (tail == null) open[level] = tail = tail(level);
    System.arraycopy(hash, 0, tail.hashes, tail.width * Hashes.LENGTH, Hashes.LENGTH);
    if (++tail.width < Tile.WIDTH) return;
    byte[] full = tail.hashes.clone();
    changed.put(new Tile.Id(level, tail.number), full);
    tail.number++;
    tail.width = 0;
    add(level + 1, Tile.over(full, 0, Tile.HEIGHT));
  }

  private Tail tail(int level) {
    long hashes = size >> (Tile.HEIGHT * level);
    Tail tail = new Tail();
    tail.number = hashes / Tile.WIDTH;
    tail.width = (int) (hashes % Tile.WIDTH);
    if (tail.width > 0) {
      byte[] there = kept.apply(new Tile.Id(level, tail.number)).orElseThrow(() -> new IllegalStateException("tile " + level + "/" + tail.number + " is gone"));
      System.arraycopy(there, 0, tail.hashes, 0, tail.width * Hashes.LENGTH);
    }
    return tail;
  }
}
