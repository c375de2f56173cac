package dz.linatatawwa.checkpoints;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Subtrees found in tiles; what lies between the levels of the tiles is hashed anew. Remembers some tiles, for proofs ask for the same ones. */
final class TiledNodes implements Nodes {

  private static final int REMEMBERED = 64;

  private final Function<Tile.Id, byte[]> tiles;
  private final Map<Tile.Id, byte[]> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Tile.Id, byte[]> eldest) {
      return size() > REMEMBERED;
    }
  };

  /** @param tiles gives the hashes of a tile, at least as many as were ever asked of it */
  TiledNodes(Function<Tile.Id, byte[]> tiles) {
    this.tiles = tiles;
  }

  @Override
  public byte[] node(int level, long index) {
    int height = level % Tile.HEIGHT;
    long first = index << height;
    Tile.Id id = new Tile.Id(level / Tile.HEIGHT, first / Tile.WIDTH);
    byte[] tile = known.get(id);
    if (tile == null) {
      tile = tiles.apply(id);
      known.put(id, tile);
    }
    return Tile.over(tile, (int) (first % Tile.WIDTH), height);
  }
}
