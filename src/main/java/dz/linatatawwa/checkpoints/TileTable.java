package dz.linatatawwa.checkpoints;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hashes of the tree, in tiles. */
@Repository
class TileTable {

  private final JdbcClient db;

  TileTable(JdbcClient db) {
    this.db = db;
  }

  Optional<byte[]> find(Tile.Id tile) {
    return db.sql("select hashes from checkpoints.tile where level = :level and number = :number")
        .param("level", tile.level()).param("number", tile.number()).query((row, number) -> row.getBytes("hashes")).optional();
  }

  /** The tree's hashes, as they are kept now. */
  Nodes nodes() {
    return new TiledNodes(tile -> find(tile).orElseThrow(() -> new IllegalStateException("tile " + tile.level() + "/" + tile.number() + " is gone")));
  }

  void keep(Map<Tile.Id, byte[]> tiles) {
    tiles.forEach((tile, hashes) -> db.sql("""
        insert into checkpoints.tile (level, number, hashes) values (:level, :number, :hashes)
        on conflict (level, number) do update set hashes = excluded.hashes""")
        .param("level", tile.level()).param("number", tile.number()).param("hashes", hashes).update());
  }
}
