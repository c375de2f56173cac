package dz.linatatawwa.checkpoints;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives committed entries their places in the tree. A batch is one transaction, from the places to the signed checkpoint: whatever stops it leaves nothing,
 *  and a checkpoint that anybody could have seen is never made twice. One node at a time, by a lock of the database. */
@Component
class Sequencer {

  static final int BATCH = 4096;

  private static final Duration LATE = Duration.ofHours(1);

  private final LeafTable leaves;
  private final TileTable tiles;
  private final CheckpointTable checkpoints;
  private final LedgerKeys keys;
  private final JdbcClient db;
  private final Environment settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sequencer(LeafTable leaves, TileTable tiles, CheckpointTable checkpoints, LedgerKeys keys, JdbcClient db, Environment settings, Clock clock) {
    this.leaves = leaves;
    this.tiles = tiles;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.db = db;
    this.settings = settings;
    this.clock = clock;
  }

  /** What one batch did.
   *  @param placed how many entries have their place now
   *  @param last   number of the last of them; 0 when there was none */
  record Batch(int placed, long last) {}

  /** Entries up to this number had their place an hour ago: a look that begins above it finds all but what was committed later than that. */
  long settled() {
    return checkpoints.highestEntryBefore(clock.instant().minus(LATE));
  }

  /** Places what waits above this number, at most {@link #BATCH} entries, and signs.
   *  @return nothing when another node is at it */
  @Transactional
  Optional<Batch> batch(long above) {
    boolean free = db.sql("select pg_try_advisory_xact_lock(hashtext('checkpoints.tree'))").query(Boolean.class).single();
    if (!free) return Optional.empty();
    onlyWhenSafe();
    return Optional.of(placed(above));
  }

  /** Waits for a batch under way, so that no entry gets a salt after its person's were erased. */
  @Transactional
  int erase(long person) {
    db.sql("select pg_advisory_xact_lock(hashtext('checkpoints.tree'))").query((row, number) -> 1).list();
    return leaves.erase(person);
  }

  /** A checkpoint that was seen and then lost with the power would be signed a second time over other entries. */
  private void onlyWhenSafe() {
    db.sql("select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') in ('off', 'local')")
        .query(String.class).optional();
  }

  private Batch placed(long above) {
    List<LeafTable.Waiting> waiting = leaves.waiting(above, BATCH);
    if (waiting.isEmpty()) return new Batch(0, 0);
    CheckpointTable.@Nullable Row newest = checkpoints.newest().orElse(null);
    Growth growth = new Growth(newest == null ? 0 : newest.checkpoint().size(), tiles::find);
    leaves.place(growth.size(), leaves(waiting, growth));
    tiles.keep(growth.changes());
    long last = waiting.getLast().facts().entry();
    TreeHead head = new TreeHead(checkpoints.origin(name()), growth.size(), new Tree(growth.size(), tiles.nodes()).root());
    checkpoints.insert(head, keys.sign(head.origin(), head.text()).written(), clock.instant(), Math.max(newest == null ? 0 : newest.highestEntry(), last));
    return new Batch(waiting.size(), last);
  }

  private List<LeafTable.Placed> leaves(List<LeafTable.Waiting> waiting, Growth growth) {
    List<LeafTable.Placed> placed = new ArrayList<>(waiting.size());
    for (LeafTable.Waiting entry : waiting) {
      byte[] salt = new byte[Hashes.LENGTH];
      random.nextBytes(salt);
      byte[] commitment = entry.facts().commitment(salt);
      placed.add(new LeafTable.Placed(growth.size(), entry.facts().entry(), entry.facts(), entry.erased() ? null : salt, commitment, entry.erased()));
      growth.add(entry.facts().leafHash(commitment));
    }
    return placed;
  }

  /** As witnesses will know the ledger: the platform's address without its scheme, unless another name was set before the first checkpoint. */
  private String name() {
    String set = settings.getProperty("linatatawwa.ledger.name", "");
    if (!set.isEmpty()) return set;
    String url = settings.getProperty("linatatawwa.url", "");
    String host = url.isEmpty() ? "localhost:" + settings.getProperty("local.server.port", settings.getProperty("server.port", "8080")) : url;
    return host.replaceFirst("^[a-z]+://", "").replaceFirst("/+$", "") + "/ledger";
  }
}
