package dz.linatatawwa.world;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of a run: migrated once into a template, cloned for each test class. */
public final class TestDatabase extends AbstractDataSource {

  private static final TestDatabase ONE = new TestDatabase();

  private final EmbeddedPostgres server;
  private final AtomicInteger clones = new AtomicInteger();
  private volatile @Nullable HikariDataSource current;

  private TestDatabase() {
    try {
      server = EmbeddedPostgres.builder()
          .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("locale", "C.UTF-8")
          .setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "off").setServerConfig("max_connections", "200")
          .start();
      execute("create database template_linatatawwa");
      Flyway.configure().dataSource(server.getDatabase("postgres", "template_linatatawwa"))
          .locations("classpath:db/migration").load().migrate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestDatabase one() {
    return ONE;
  }

  /** From now on every connection goes to a fresh copy of the template. */
  public synchronized void fresh() {
    HikariDataSource old = current;
    if (old != null) old.close();
    String name = "clone_" + clones.incrementAndGet();
    execute("create database " + name + " template template_linatatawwa");
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(server.getJdbcUrl("postgres", name));
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(24);
    current = pool;
  }

  private void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private DataSource pool() {
    if (current == null) fresh();
    HikariDataSource pool = current;
    if (pool == null) throw new IllegalStateException("no database");
    return pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return pool().getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return pool().getConnection(user, password);
  }
}
