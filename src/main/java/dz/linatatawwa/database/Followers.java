package dz.linatatawwa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers that follow the leader, for pages that may be some seconds old ({@link Reading}). How far the leader's log had come is noted twice a second; a follower is read from only where it has replayed
 *  what was the end of the log after the moment that must be seen. Each connection is asked for itself, for behind one address there may be several, one nearer than the other. */
final class Followers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final long LOOK_MS = 500;
  static final Duration OLDEST = Duration.ofSeconds(10);
  private static final long NOTED_MS = Duration.ofMinutes(1).toMillis();
  private static final long AWAY_MS = 1_000;
  private static final String END_OF_LOG = "select (pg_current_wal_insert_lsn() - '0/0')::bigint";
  private static final String REPLAYED = "select (coalesce(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end, '0/0') - '0/0')::bigint";

  private final HikariDataSource pool = new HikariDataSource();
  private final DataSource leader;
  private final long oldestMillis;
  /** Where the leader's log ended, by the moment just before it was asked. */
  private final ConcurrentSkipListMap<Long, Long> ends = new ConcurrentSkipListMap<>();
  private final LongAdder reads = new LongAdder();
  private final Thread watch;
  private volatile long awayUntil;
  private volatile boolean closing;

  /** @param servers one address, behind which there may be several
   *  @param leader  as everybody else asks it
   *  @param oldest  so far behind may be what is shown */
  Followers(DataSource servers, int connections, DataSource leader, Duration oldest) {
    this.leader = leader;
    this.oldestMillis = oldest.toMillis();
    pool.setDataSource(servers);
    pool.setPoolName("followers");
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(300);
    pool.setValidationTimeout(250);
    pool.setInitializationFailTimeout(-1);
    pool.setReadOnly(true);
    watch = Thread.ofPlatform().daemon().name("followers").start(this::watch);
  }

  /** A connection to a server that has all that was committed until then and is near enough; null: there is none, so ask the leader. */
  @Nullable Connection connection(Instant since) {
    long now = System.currentTimeMillis();
    Map.Entry<Long, Long> end = ends.ceilingEntry(Math.max(since.toEpochMilli(), now - oldestMillis));
    if (end == null || now < awayUntil) return null;
    try {
      Connection taken = pool.getConnection();
      long replayed = replayed(taken);
      if (replayed >= end.getValue()) {
        reads.increment();
        Reading.sees(moment(replayed, end.getKey()));
        return taken;
      }
      taken.close();
    } catch (SQLException away) {
      LOG.debug("no follower answers", away);
      awayUntil = now + AWAY_MS;
    }
    return null;
  }

  /** Asked each time, which also shows that it still answers; what does not is given back. */
  private static long replayed(Connection taken) throws SQLException {
    try {
      return ask(taken, REPLAYED);
    } catch (SQLException away) {
      taken.close();
      throw away;
    }
  }

  /** The last moment of which a server that has come so far shows everything.
   *  @param atLeast is such a moment, though what was noted may have been forgotten meanwhile */
  private Instant moment(long replayed, long atLeast) {
    for (Map.Entry<Long, Long> noted : ends.descendingMap().entrySet()) {
      if (noted.getValue() <= replayed) return Instant.ofEpochMilli(Math.max(noted.getKey(), atLeast));
    }
    return Instant.ofEpochMilli(atLeast);
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private void watch() {
    while (!closing) {
      note();
      try {
        Thread.sleep(LOOK_MS);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void note() {
    long now = System.currentTimeMillis();
    try (Connection connection = leader.getConnection()) {
      long position = ask(connection, END_OF_LOG);
      // another leader, whose log ends before what was noted of the one before
      if (!ends.isEmpty() && ends.lastEntry().getValue() > position) ends.clear();
      ends.put(now, position);
    } catch (SQLException away) {
      ends.clear();
    }
    ends.headMap(now - NOTED_MS).clear();
  }

  /** How often a page was read from a follower since the start. */
  long reads() {
    return reads.sum();
  }

  @Override
  public void close() {
    closing = true;
    watch.interrupt();
    pool.close();
  }
}
