package dz.linatatawwa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform's own PostgreSQL under the data folder: started or, after a crash of the platform, adopted; started again whenever it dies.
 *  One process owns it and stops it at its end; others on the same folder are guests. */
public final class Postgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PULSE = Duration.ofMillis(250);

  /** A file in a data folder into which a backup is being brought back: nobody starts on half of one. */
  public static final String RESTORING = "restoring";

  private final DataFolder folder;
  private final Cluster cluster;
  private final @Nullable FileLock claim;
  private final @Nullable Thread watch;
  private volatile int port;
  private volatile long pid;
  private volatile boolean closing;
  private volatile Runnable onRestart = () -> {};

  private Postgres(DataFolder folder, Cluster cluster, @Nullable FileLock claim) throws IOException {
    this.folder = folder;
    this.cluster = cluster;
    this.claim = claim;
    if (claim == null) {
      visit();
      watch = null;
    } else {
      comeUp();
      makeLesserRole();
      watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::keepAlive);
    }
  }

  /** Owns the database of a data folder.
   *  @param settings of PostgreSQL that win over ours; empty for the platform itself
   *  @throws DatabaseTrouble when another process owns it, or it cannot be started */
  public static Postgres own(Path data, Map<String, String> settings) {
    return open(data, settings, false);
  }

  /** Owns the database if nobody does, else is a guest of the process that owns it.
   *  @throws DatabaseTrouble when it cannot be started, or does not answer */
  public static Postgres ownOrVisit(Path data) {
    return open(data, Map.of(), true);
  }

  private static Postgres open(Path data, Map<String, String> settings, boolean guestsWelcome) {
    try {
      DataFolder folder = new DataFolder(data);
      if (Files.exists(folder.path().resolve(RESTORING))) {
        throw new DatabaseTrouble("a backup was not brought back to its end into " + folder.path() + ": empty that folder and begin again");
      }
      Optional<FileLock> claim = folder.claim();
      if (claim.isEmpty() && !guestsWelcome) {
        throw new DatabaseTrouble("the data folder " + folder.path() + " is in use by process " + folder.holder()
            + ": stop it first, or name another folder (--data DIR)");
      }
      return new Postgres(folder, new Cluster(Binaries.under(folder.path()), folder, settings), claim.orElse(null));
    } catch (IOException e) {
      throw new DatabaseTrouble("the database under " + data.toAbsolutePath() + " cannot be had: " + e, e);
    }
  }

  /** Has a cluster that was laid out under a data folder replay its log, and stops it: only then is it one to work with.
   *  @param settings how far to go, see {@link #readingArchive}; empty: to the end of the log that lies beside it
   *  @throws DatabaseTrouble when it does not come so far; the message is the server's */
  public static void recover(Path data, Map<String, String> settings) {
    try {
      Recovery.run(data, settings);
    } catch (IOException e) {
      throw new DatabaseTrouble("the database under " + data.toAbsolutePath() + " cannot be brought back: " + e, e);
    }
  }

  /** Settings with which a server replays what was kept of its log.
   *  @param archive the cluster's own folder in the archive */
  public static Map<String, String> readingArchive(Path archive) {
    return WalArchive.reading(archive);
  }

  /** From its next start on the server keeps its log in a folder beside the data.
   *  @param archive a folder; "off": nowhere; empty: as before */
  static void archiveTo(Path data, String archive) {
    try {
      new DataFolder(data).keepArchive(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the server keeps its log beside the data, if it does. */
  public Optional<Path> archive() {
    try {
      return folder.archive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of PostgreSQL's cluster. */
  public Path cluster() {
    return folder.cluster();
  }

  /** Connections of the owner to one database of this server, each a new one; they follow the server to another port. */
  public DataSource source(String database) {
    return new PostgresSource(this, database, "postgres", this::password);
  }

  /** The same, in the role in which pages run: it owns nothing, and may only add to what only grows. */
  public DataSource lesserSource(String database) {
    return new PostgresSource(this, database, LesserRole.NAME, this::lesserPassword);
  }

  /** Called after the server had died and came back: what was connected to it is worthless. */
  void onRestart(Runnable deed) {
    onRestart = deed;
  }

  int port() {
    return port;
  }

  /** The process id of the server. */
  public long pid() {
    return pid;
  }

  String password() {
    try {
      return folder.password();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lesserPassword() {
    try {
      return folder.lesserPassword();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The role is made where it is missing, and gets the password of the folder: a folder that was restored without its files goes on working. What counts statements is switched on beside it. */
  private void makeLesserRole() {
    try (Connection connection = source("postgres").getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + LesserRole.NAME + "') then create role " + LesserRole.NAME + "; end if; end $$");
      statement.execute("alter role " + LesserRole.NAME + " login nosuperuser nocreatedb nocreaterole noreplication password '" + lesserPassword() + "'");
      statement.execute("create extension if not exists pg_stat_statements schema public");
    } catch (SQLException e) {
      throw new DatabaseTrouble("the role of the pages could not be made: " + e.getMessage(), e);
    }
  }

  /** Stops the server if this process owns it. */
  @Override
  public void close() {
    closing = true;
    if (claim == null) return;
    if (watch != null) watch.interrupt();
    synchronized (this) {
      try {
        if (Postmaster.serves(pid, folder.cluster())) cluster.stop();
        folder.forgetPid();
        claim.channel().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private synchronized void comeUp() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!adopted()) {
      boolean startingOrStopping = Postmaster.written(folder.cluster()).map(found -> Postmaster.serves(found, folder.cluster())).orElse(false);
      if (!startingOrStopping) {
        Postmaster.disown(folder.cluster());
        startBy(end);
      } else if (System.nanoTime() > end) {
        throw new DatabaseTrouble("process " + Postmaster.written(folder.cluster()).orElse(0L) + " holds the database under "
            + folder.path() + " and does not answer");
      } else {
        pause();
      }
    }
    folder.keepPid(pid);
  }

  /** A child of a dead server may use its memory for some moments more: then PostgreSQL refuses, and is asked again. */
  private void startBy(long end) throws IOException {
    port = folder.freePort();
    try {
      cluster.start(port);
    } catch (DatabaseTrouble refused) {
      if (System.nanoTime() > end || closing) throw refused;
      pause();
    }
  }

  private void visit() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!adopted()) {
      if (System.nanoTime() > end) throw new DatabaseTrouble("the database of the platform running on " + folder.path() + " does not answer");
      pause();
    }
  }

  /** Whether a server answers where ours was last, to our password, and serves our cluster: its process id alone proves nothing. */
  private boolean adopted() throws IOException {
    Optional<Integer> last = folder.lastPort();
    if (last.isEmpty()) return false;
    port = last.get();
    try (Connection connection = source("postgres").getConnection(); Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("show data_directory")) {
      if (!answer.next() || !folder.cluster().toRealPath().equals(Path.of(answer.getString(1)).toRealPath())) return false;
      pid = Postmaster.written(folder.cluster()).orElse(0L);
      return true;
    } catch (SQLException nobodyThere) {
      return false;
    }
  }

  private void keepAlive() {
    while (!closing) {
      try {
        Thread.sleep(PULSE);
        if (!closing && !Postmaster.serves(pid, folder.cluster())) revive();
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!closing) LOG.error("the database cannot be started again; trying on", e);
      }
    }
  }

  private synchronized void revive() throws IOException {
    if (closing) return;
    LOG.warn("the database (process {}) died: starting it again", pid);
    long began = System.nanoTime();
    comeUp();
    onRestart.run();
    LOG.warn("the database is back as process {} after {} ms", pid, (System.nanoTime() - began) / 1_000_000);
  }

  static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble("interrupted while waiting for the database", e);
    }
  }
}
