package dz.linatatawwa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes, starts and stops a PostgreSQL cluster with PostgreSQL's own programs. */
final class Cluster {

  private static final String SETTINGS = """
      # Written at each start of the platform; an administrator's own settings go to postgresql.local.conf beside this file.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 100
      password_encryption = 'scram-sha-256'
      shared_buffers = '384MB'
      effective_cache_size = '1GB'
      work_mem = '8MB'
      maintenance_work_mem = '64MB'
      random_page_cost = 1.1
      max_wal_size = '512MB'
      min_wal_size = '80MB'
      checkpoint_completion_target = 0.9
      max_worker_processes = 4
      max_parallel_workers_per_gather = 1
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_min_messages = warning
      # what a statement was about, and whose row it broke on, is nobody's business in a log
      log_min_error_statement = panic
      log_error_verbosity = terse
      shared_preload_libraries = 'pg_stat_statements'
      pg_stat_statements.max = 1000
      pg_stat_statements.track_utility = off
      idle_in_transaction_session_timeout = '5min'
      """;

  private final Binaries binaries;
  private final DataFolder folder;
  private final Map<String, String> overrides;

  /** @param overrides settings that win over ours: the tests turn {@code fsync} off */
  Cluster(Binaries binaries, DataFolder folder, Map<String, String> overrides) {
    this.binaries = binaries;
    this.folder = folder;
    this.overrides = overrides;
  }

  /** Starts the server on a port and waits until it serves; makes the cluster first if there is none. */
  void start(int port) throws IOException {
    if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) make();
    Map<String, String> settings = new LinkedHashMap<>(overrides);
    Optional<Path> archive = folder.archive();
    if (archive.isPresent()) settings.putAll(WalArchive.writing(archive.get(), folder.cluster()));
    writeSettings(settings);
    run(90, "pg_ctl", "start", "-w", "-t", "80", "-s", "-D", folder.cluster().toString(), "-l", folder.log().toString(), "-o", "-p " + port);
  }

  /** Stops it cleanly, ending what is under way; does nothing if it does not run. */
  void stop() throws IOException {
    run(60, "pg_ctl", "stop", "-w", "-t", "50", "-s", "-m", "fast", "-D", folder.cluster().toString());
  }

  /** Made aside and moved when whole: a start that is killed half way leaves nothing that looks like a cluster. */
  private void make() throws IOException {
    Path half = folder.path().resolve("postgres.making");
    Binaries.remove(half);
    run(120, "initdb", "-D", half.toString(), "-U", "postgres", "--auth=scram-sha-256", "--pwfile=" + folder.passwordFile(),
        "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums", "--no-instructions");
    Files.writeString(half.resolve("postgresql.conf"), """

        include_if_exists = 'postgresql.platform.conf'
        include_if_exists = 'postgresql.local.conf'
        """, StandardOpenOption.APPEND);
    Files.move(half, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeSettings(Map<String, String> more) throws IOException {
    StringBuilder settings = new StringBuilder(SETTINGS);
    more.forEach((name, value) -> settings.append(name).append(" = '").append(value.replace("'", "''")).append("'\n"));
    Files.writeString(folder.cluster().resolve("postgresql.platform.conf"), settings);
  }

  private void run(int seconds, String program, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(Ordinary.user());
    words.add(binaries.program(program));
    words.addAll(List.of(arguments));
    Path said = Files.createTempFile(folder.path(), program + "-", ".out");
    try {
      Process process = new ProcessBuilder(words).directory(folder.path().toFile()).redirectErrorStream(true)
          .redirectInput(ProcessBuilder.Redirect.from(nothing())).redirectOutput(said.toFile()).start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new DatabaseTrouble(program + " did not end within " + seconds + " s; see " + folder.log());
      }
      if (process.exitValue() != 0) {
        throw new DatabaseTrouble(program + " failed: " + Files.readString(said).strip().replaceAll("\\s*\\R\\s*", "; ") + " (see " + folder.log() + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble(program + " was interrupted", e);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static java.io.File nothing() {
    return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
