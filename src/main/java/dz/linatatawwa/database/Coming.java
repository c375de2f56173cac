package dz.linatatawwa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** A connection that is being opened, on which its opener need not wait to the end: a server that was just lost answers a greeting after seconds, or never. */
final class Coming {

  private Coming() {}

  /** The connection once it is there, or what hindered it. Whoever gives up before completes it in their own way; a connection that comes too late is closed by whoever brings it. */
  static CompletableFuture<Connection> from(DataSource database) {
    CompletableFuture<Connection> coming = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> open(database, coming));
    return coming;
  }

  private static void open(DataSource database, CompletableFuture<Connection> coming) {
    try {
      Connection opened = database.getConnection();
      if (!coming.complete(opened)) opened.close();
    } catch (SQLException | RuntimeException refused) {
      coming.completeExceptionally(refused);
    }
  }
}
