package dz.linatatawwa.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections that are kept open. While the database answers, a crowd queues for them with patience; once its {@link Pulse} is gone, all are refused at once, and who waits is freed;
 *  or, where another server is about to take over, they wait for so long as they were told to. */
final class Pool extends HikariDataSource {

  private static final long TRY_MS = 500;
  private static final long CHECK_MS = 400;
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

  private static final long LOOK_MS = 50;

  private final Pulse pulse;
  private final long waitsForAnother;
  private @Nullable Followers followers;

  /** @param waitsForAnother so long a request waits for a database that is away; zero: not at all */
  Pool(DataSource database, int connections, Duration waitsForAnother) {
    this.waitsForAnother = waitsForAnother.toNanos();
    Wires wires = new Wires(database);
    this.pulse = new Pulse(database, wires);
    setDataSource(wires);
    setPoolName("database");
    setMaximumPoolSize(connections);
    setMinimumIdle(Math.min(4, connections));
    setConnectionTimeout(TRY_MS);
    setValidationTimeout(CHECK_MS);
    setKeepaliveTime(60_000);
    setInitializationFailTimeout(10_000);
    setMetricsTrackerFactory((name, stats) -> new IMetricsTracker() {
      @Override
      public void recordConnectionUsageMillis(long used) {
        pulse.done();
      }
    });
  }

  /** Pages that may be some seconds old are read from these servers where they are near enough.
   *  @param servers that follow this one
   *  @param oldest  so far behind may be what is shown */
  void readAlsoFrom(DataSource servers, Duration oldest) {
    followers = new Followers(servers, getMaximumPoolSize(), this, oldest);
  }

  /** How often a page was read from a follower. */
  long readFromFollowers() {
    return followers == null ? 0 : followers.reads();
  }

  /** @throws SQLTransientConnectionException when the database is away, or every connection stays busy for five seconds */
  @Override
  public Connection getConnection() throws SQLException {
    Instant since = Reading.since();
    if (since != null && followers != null) {
      Connection near = followers.connection(since);
      if (near != null) return near;
    }
    long began = System.nanoTime();
    while (true) {
      try {
        return queued();
      } catch (SQLTransientConnectionException none) {
        if (!pulse.away() || System.nanoTime() - began >= waitsForAnother || Thread.currentThread().isInterrupted()) throw none; // busy is not away
        LockSupport.parkNanos(Duration.ofMillis(LOOK_MS).toNanos());
      }
    }
  }

  private Connection queued() throws SQLException {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      if (pulse.away()) throw new SQLTransientConnectionException("the database is away", "08001");
      try {
        Connection given = super.getConnection();
        pulse.begin();
        return given;
      } catch (SQLTransientConnectionException none) {
        if (pulse.away() || System.nanoTime() > end) throw none;
      }
    }
  }

  /** Whether it cannot be reached at this moment. */
  boolean away() {
    return pulse.away();
  }

  @Override
  public void close() {
    if (followers != null) followers.close();
    pulse.close();
    super.close();
  }
}
