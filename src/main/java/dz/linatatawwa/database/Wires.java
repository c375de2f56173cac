package dz.linatatawwa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Every connection that was opened to the database, so that all of them can be cut when nothing comes through them any more: whoever waits on one gets an error instead of waiting on.
 *  While the database is away nobody opens another: they wait here, and go on the moment that it is back. */
final class Wires extends AbstractDataSource {

  private static final long LONGEST_WAIT_MS = 30_000;

  private final DataSource database;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private boolean away;

  Wires(DataSource database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    awaitDatabase();
    Connection opened = database.getConnection();
    open.removeIf(Wires::isClosed);
    open.add(opened);
    return opened;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return database.getConnection(user, password);
  }

  private synchronized void awaitDatabase() throws SQLException {
    long end = System.nanoTime() + LONGEST_WAIT_MS * 1_000_000;
    try {
      while (away && System.nanoTime() < end) wait(LONGEST_WAIT_MS / 30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (away) throw new SQLTransientConnectionException("the database is away", "08001");
  }

  /** Cuts all of them. */
  void cut() {
    synchronized (this) {
      away = true;
    }
    for (Connection one : open) abort(one);
    open.clear();
  }

  synchronized void mended() {
    away = false;
    notifyAll();
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
