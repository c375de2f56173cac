package dz.linatatawwa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** New connections to the platform's own PostgreSQL, wherever it listens now. */
final class PostgresSource extends AbstractDataSource {

  private final Postgres server;
  private final String database;
  private final String role;
  private final Supplier<String> password;

  PostgresSource(Postgres server, String database, String role, Supplier<String> password) {
    this.server = server;
    this.database = database;
    this.role = role;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(role, password.get());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {server.port()});
    source.setDatabaseName(database);
    source.setApplicationName("linatatawwa");
    source.setConnectTimeout(2);
    source.setLoginTimeout(5);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    // the row that a constraint refused is somebody's: it does not go into messages of exceptions, and from there into the log
    source.setLogServerErrorDetail(false);
    return source.getConnection(user, password);
  }

  /** The pool waits so long, in seconds, for connections under way when it is closed. */
  @Override
  public int getLoginTimeout() {
    return 5;
  }

  /** The pool proposes; our own limits stand. */
  @Override
  public void setLoginTimeout(int seconds) {}
}
