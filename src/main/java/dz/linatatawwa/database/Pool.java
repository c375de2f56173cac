package dz.linatatawwa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The connections that are kept open. While the database answers, a crowd queues for them with patience; when nobody at all got one for a
 *  whole second, the database counts as away: from then on one request asks whether it is back, and all others are refused at once, or, where another
 *  server is about to take over, wait for so long as they were told to. */
final class Pool extends HikariDataSource {

  private static final long TRY_MS = 1_000;
  private static final long CHECK_MS = 500;
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
  private static final long LOOK_MS = 50;

  private final AtomicLong lastGiven = new AtomicLong(System.nanoTime());
  private final AtomicBoolean asking = new AtomicBoolean();
  private final long waitsForAnother;
  private volatile boolean away;

  /** @param waitsForAnother so long a request waits for a database that is away; zero: not at all */
  Pool(int connections, Duration waitsForAnother) {
    this.waitsForAnother = waitsForAnother.toNanos();
    setPoolName("database");
    setMaximumPoolSize(connections);
    setMinimumIdle(Math.min(4, connections));
    setConnectionTimeout(TRY_MS);
    setValidationTimeout(CHECK_MS);
    setKeepaliveTime(60_000);
    setInitializationFailTimeout(10_000);
  }

  /** @throws SQLTransientConnectionException when the database is away, or every connection stays busy for five seconds */
  @Override
  public Connection getConnection() throws SQLException {
    long began = System.nanoTime();
    while (true) {
      try {
        return away ? whetherItIsBack() : queued();
      } catch (SQLTransientConnectionException none) {
        if (!away || System.nanoTime() - began >= waitsForAnother || Thread.currentThread().isInterrupted()) throw none; // busy is not away
        LockSupport.parkNanos(Duration.ofMillis(LOOK_MS).toNanos());
      }
    }
  }

  private Connection queued() throws SQLException {
    long began = System.nanoTime();
    while (true) {
      try {
        return given(super.getConnection());
      } catch (SQLTransientConnectionException none) {
        long now = System.nanoTime();
        if (now - lastGiven.get() >= Duration.ofMillis(TRY_MS).toNanos()) away = true;
        if (away || now - began > PATIENCE) throw none;
      }
    }
  }

  private Connection whetherItIsBack() throws SQLException {
    if (!asking.compareAndSet(false, true)) throw new SQLTransientConnectionException("the database is away", "08001");
    try {
      return given(super.getConnection());
    } finally {
      asking.set(false);
    }
  }

  private Connection given(Connection connection) {
    lastGiven.set(System.nanoTime());
    away = false;
    return connection;
  }
}
