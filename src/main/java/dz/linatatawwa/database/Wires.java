package dz.linatatawwa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Every connection that was opened to the database, so that all of them can be cut when nothing comes through them any more: whoever waits on one, or for one that is just being opened, gets an error instead of waiting on.
 *  While the database is away nobody opens another: they wait here, and go on the moment that it is back. */
final class Wires extends AbstractDataSource {

  private static final long LONGEST_WAIT_MS = 30_000;
  private static final String UNREACHABLE = "08001";

  private final DataSource database;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Set<CompletableFuture<Connection>> coming = ConcurrentHashMap.newKeySet();
  private boolean away;

  Wires(DataSource database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    CompletableFuture<Connection> one = begin();
    try {
      Connection opened = one.get();
      open.removeIf(Wires::isClosed);
      open.add(opened);
      return opened;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof SQLException reason) throw reason;
      throw new SQLTransientConnectionException("no connection", UNREACHABLE, refused);
    } catch (InterruptedException e) {
      one.cancel(false);
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while connecting", UNREACHABLE, e);
    } finally {
      coming.remove(one);
    }
  }

  /** Under the same lock as {@link #cut}: whoever begins before it is found by it. */
  private synchronized CompletableFuture<Connection> begin() throws SQLException {
    awaitDatabase();
    CompletableFuture<Connection> one = Coming.from(database);
    coming.add(one);
    return one;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return database.getConnection(user, password);
  }

  /** Called with the lock held. */
  private void awaitDatabase() throws SQLException {
    long end = System.nanoTime() + LONGEST_WAIT_MS * 1_000_000;
    try {
      while (away && System.nanoTime() < end) wait(LONGEST_WAIT_MS / 30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (away) throw gone();
  }

  /** Cuts all of them. */
  void cut() {
    synchronized (this) {
      away = true;
    }
    for (CompletableFuture<Connection> one : coming) {
      if (!one.completeExceptionally(gone())) one.thenAccept(Wires::abort); // opened a moment ago, and not yet among the others
    }
    for (Connection one : open) abort(one);
    open.clear();
  }

  synchronized void mended() {
    away = false;
    notifyAll();
  }

  private static SQLException gone() {
    return new SQLTransientConnectionException("the database is away", UNREACHABLE);
  }

  /** The socket is closed under whoever reads from it. */
  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException closedAlready) {
      // as it should be
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }

  /** The pool waits so long, in seconds, for connections under way when it is closed. */
  @Override
  public int getLoginTimeout() {
    return 5;
  }

  /** The pool proposes; the source's own limits stand. */
  @Override
  public void setLoginTimeout(int seconds) {}
}
