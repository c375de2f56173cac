package dz.linatatawwa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database four times a second whether it is there, on a connection of its own. Where neither that one nor a new one gets an answer, and nobody else was done with anything meanwhile, the
 *  database is away within a second and a half, also when a network swallows what is sent and says nothing: then everything that waits is cut, and all are refused at once until it is back. */
final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int ANSWER_MS = 400;
  private static final int NEW_ONE_MS = 800;

  private final DataSource database;
  private final Wires wires;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicLong lastDone = new AtomicLong(System.nanoTime());
  private @Nullable Connection mine;
  private volatile boolean away;
  private volatile boolean closed;

  Pulse(DataSource database, Wires wires) {
    this.database = database;
    this.wires = wires;
  }

  boolean away() {
    return away;
  }

  /** Somebody is done with a connection: the database lives, however slow it is. */
  void done() {
    lastDone.set(System.nanoTime());
  }

  /** From the first connection on. */
  void begin() {
    if (!begun.get() && begun.compareAndSet(false, true)) Thread.ofVirtual().name("database-pulse").start(this::watch);
  }

  private void watch() {
    long since = 0;
    while (!closed) {
      boolean beats = beats();
      if (!beats && !away && !closed) {
        since = System.nanoTime();
        away = true;
        LOG.error("the database is away: whoever asks for it is refused at once until it is back");
        wires.cut();
      } else if (beats && away) {
        away = false;
        wires.mended();
        LOG.warn("the database is back after {} ms", Duration.ofNanos(System.nanoTime() - since).toMillis());
      }
      pause();
    }
    forget();
  }

  private boolean beats() {
    long began = System.nanoTime();
    if (mine != null && answers(mine)) return true;
    forget();
    if (!away && lastDone.get() > began) return true;
    mine = newOne();
    return mine != null && answers(mine) || !away && lastDone.get() > began;
  }

  private static boolean answers(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException silent) {
      return false;
    }
  }

  /** A new connection, if there is one soon; one that comes too late is closed by whoever brings it. */
  private @Nullable Connection newOne() {
    CompletableFuture<Connection> coming = Coming.from(database);
    try {
      Connection opened = coming.get(NEW_ONE_MS, TimeUnit.MILLISECONDS);
      opened.setNetworkTimeout(Runnable::run, ANSWER_MS);
      return opened;
    } catch (TimeoutException | ExecutionException | SQLException none) {
      coming.cancel(false);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void forget() {
    Connection old = mine;
    mine = null;
    if (old == null) return;
    try {
      old.abort(Runnable::run);
    } catch (SQLException closedAlready) {
      // as it should be
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
