package dz.linatatawwa.world;

import com.zaxxer.hikari.HikariDataSource;
import dz.linatatawwa.database.LesserRole;
import dz.linatatawwa.database.Postgres;
import dz.linatatawwa.database.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for all tests of a run: migrated once into a template, cloned for each test class. */
public final class TestDatabase extends AbstractDataSource {

  /** Fast rather than safe: nothing here outlives the run. */
  private static final Map<String, String> CARELESS = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off",
      "max_connections", "200", "autovacuum", "off");

  private static final TestDatabase ONE = new TestDatabase();

  private final Postgres server;
  private final DataSource administration;
  private final AtomicInteger clones = new AtomicInteger();
  private volatile @Nullable HikariDataSource current;
  private volatile @Nullable HikariDataSource pages;
  private volatile @Nullable HikariDataSource following;
  private volatile @Nullable Rehearsal rehearsal;
  private volatile @Nullable Overheard listener;

  private TestDatabase() {
    server = Postgres.own(emptied(Path.of(System.getProperty("linatatawwa.data", "target/forks/0/data")).resolveSibling("database")), CARELESS);
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-database-end"));
    administration = server.source("postgres");
    execute("create database template_linatatawwa");
    Flyway.configure().dataSource(server.source("template_linatatawwa")).locations("classpath:db/migration").callbacks(new LesserRole(LesserRole.NAME)).load().migrate();
  }

  /** As its owner, who may do everything: for tests that prepare or tamper. */
  public static TestDatabase one() {
    return ONE;
  }

  /** As the platform's pages see it: in the role that owns nothing. */
  DataSource ofPages() {
    return new AbstractDataSource() {
      @Override
      public Connection getConnection() throws SQLException {
        Rehearsal now = rehearsal;
        if (now != null && Rehearsal.plays()) return now.connection();
        // what a follower would refuse is refused here too
        if (Reading.since() != null) return following().getConnection();
        Overheard hearing = listener;
        return hearing != null && Rehearsal.plays() ? hearing.over(pool(true).getConnection()) : pool(true).getConnection();
      }

      @Override
      public Connection getConnection(String user, String password) throws SQLException {
        return pool(true).getConnection(user, password);
      }
    };
  }

  /** From now on every connection goes to a fresh copy of the template. */
  public synchronized void fresh() {
    HikariDataSource old = current;
    HikariDataSource oldPages = pages;
    HikariDataSource oldFollowing = following;
    String name = "clone_" + clones.incrementAndGet();
    execute("create database " + name + " template template_linatatawwa");
    current = pool(name, server.source(name));
    pages = pool(name + "_pages", server.lesserSource(name));
    HikariDataSource reading = pool(name + "_following", server.lesserSource(name));
    // not the driver's own "read only", which lets pass what is written outside a transaction
    reading.setConnectionInitSql("set session characteristics as transaction read only");
    reading.setMinimumIdle(0);
    following = reading;
    if (old != null) old.close();
    if (oldPages != null) oldPages.close();
    if (oldFollowing != null) oldFollowing.close();
  }

  /** A database of this name beside the others, as its owner: a copy of one to which nobody is connected. */
  public DataSource another(String name, String template) {
    execute("create database " + name + " template " + template);
    return server.source(name);
  }

  /** Takes it away again. */
  public void forget(String name) {
    execute("drop database if exists " + name + " with (force)");
  }

  private static HikariDataSource pool(String name, DataSource source) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(24);
    pool.setMinimumIdle(1);
    return pool;
  }

  /** From now on what visitors do is not kept, until it is closed. One at a time. */
  public Rehearsal rehearse() {
    try {
      Rehearsal begun = new Rehearsal(this, pool(true).getConnection());
      rehearsal = begun;
      return begun;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on what visitors' threads ask is written down, until it is closed. One at a time. */
  public Overheard listen() {
    Overheard begun = new Overheard(this);
    listener = begun;
    return begun;
  }

  void end(Overheard over) {
    if (listener == over) listener = null;
  }

  void end(Rehearsal over) {
    if (rehearsal == over) rehearsal = null;
  }

  private static Path emptied(Path data) {
    try {
      FileSystemUtils.deleteRecursively(data.resolve("postgres"));
      // where an earlier one was reached: nobody is adopted here
      for (String kept : List.of("postgres.port", "postgres.password", "postgres.pages.password", "postgres.pid")) Files.deleteIfExists(data.resolve(kept));
      Files.createDirectories(data);
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    HikariDataSource pool = current;
    if (pool != null) pool.close();
    HikariDataSource used = pages;
    if (used != null) used.close();
    HikariDataSource read = following;
    if (read != null) read.close();
    server.close();
  }

  private void execute(String sql) {
    try (Connection connection = administration.getConnection(); var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private DataSource pool(boolean ofPages) {
    if (current == null) fresh();
    HikariDataSource pool = ofPages ? pages : current;
    if (pool == null) throw new IllegalStateException("no database");
    return pool;
  }

  /** As a follower of the leader would be: all is there, and nothing can be written. */
  private DataSource following() {
    pool(true);
    return java.util.Objects.requireNonNull(following);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return pool(false).getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return pool(false).getConnection(user, password);
  }
}
