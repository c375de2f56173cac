package dz.linatatawwa.backups;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Copies a running cluster by PostgreSQL's own rules for that (documentation, "Making a Base Backup Using the Low Level API"): between the two marks the server writes whole pages into its log,
 *  so that files copied while they change are mended by the log when the copy first starts. A slot that ends with the connection keeps that log from being thrown away meanwhile. */
final class ClusterCopy {

  /** Made anew at each start, or of use only to a running server. */
  private static final Set<String> EMPTIED = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
  private static final Set<String> LEFT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "tablespace_map", "current_logfiles", "standby.signal", "recovery.signal");
  private static final String CONTROL = "global/pg_control";

  private final Path cluster;
  private final Statement server;

  ClusterCopy(Path cluster, Statement server) {
    this.cluster = cluster;
    this.server = server;
  }

  /** What was copied. @param label the server's own note, and @param lastLog the last file of the log that the copy needs */
  record Copied(String label, String lastLog) {}

  /** @param owner a connection of its own; the marks hold as long as it does */
  static Copied copy(Connection owner, Path cluster, Packing into) throws SQLException, IOException {
    try (Statement server = owner.createStatement()) {
      return new ClusterCopy(cluster, server).copy(into);
    }
  }

  private Copied copy(Packing into) throws SQLException, IOException {
    row("select pg_create_physical_replication_slot('linatatawwa_backup_' || pg_backend_pid(), true, true)::text, ''");
    String first = row("select pg_walfile_name(pg_backup_start('linatatawwa', true)), ''")[0];
    pages(into);
    String[] stop = row("select labelfile, pg_walfile_name(lsn), spcmapfile from pg_backup_stop(false)");
    if (!stop[2].isBlank()) throw new BackupTrouble("the database has parts in other folders (table spaces), which are not copied");
    into.text("postgres/backup_label", stop[0]);
    log(into, first, stop[1]);
    return new Copied(stop[0], stop[1]);
  }

  private void pages(Packing into) throws IOException {
    Files.walkFileTree(cluster, new SimpleFileVisitor<Path>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
        into.folder(name(folder));
        return EMPTIED.contains(cluster.relativize(folder).toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
        String last = file.getFileName().toString();
        if (LEFT.contains(last) || last.startsWith("pgsql_tmp") || name(file).endsWith(CONTROL)) return FileVisitResult.CONTINUE;
        if (about.isRegularFile()) into.file(name(file), file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
        if (failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
        throw failed;
      }
    });
    into.bytes("postgres/" + CONTROL, control());
  }

  /** The last of the pages, and never half of an old and half of a new one. */
  private byte[] control() throws IOException {
    byte[] before = Files.readAllBytes(cluster.resolve(CONTROL));
    for (int again = 0; again < 100; again++) {
      byte[] now = Files.readAllBytes(cluster.resolve(CONTROL));
      if (Arrays.equals(before, now)) return now;
      before = now;
    }
    throw new BackupTrouble(CONTROL + " never stood still");
  }

  private void log(Packing into, String first, String last) throws IOException {
    try (Stream<Path> all = Files.list(cluster.resolve("pg_wal"))) {
      List<Path> needed = all.filter(file -> needed(file.getFileName().toString(), first, last)).sorted().toList();
      long segments = needed.stream().filter(file -> !file.toString().endsWith(".history")).count();
      if (segments != Segments.between(first, last)) throw new BackupTrouble("the server threw parts of its log away while it was copied: " + first + " to " + last);
      into.folder("postgres/pg_wal/archive_status");
      into.folder("postgres/pg_wal/summaries");
      for (Path file : needed) {
        if (!into.file("postgres/pg_wal/" + file.getFileName(), file)) throw new BackupTrouble("gone while it was copied: " + file);
      }
    }
  }

  private static boolean needed(String name, String first, String last) {
    return name.endsWith(".history") || name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
  }

  private String name(Path file) {
    String beneath = cluster.relativize(file).toString().replace('\\', '/');
    return beneath.isEmpty() ? "postgres" : "postgres/" + beneath;
  }

  private String[] row(String sql) throws SQLException {
    try (ResultSet answer = server.executeQuery(sql)) {
      if (!answer.next()) throw new BackupTrouble("the server says nothing to: " + sql);
      String[] columns = new String[answer.getMetaData().getColumnCount()];
      for (int i = 0; i < columns.length; i++) columns[i] = answer.getString(i + 1) == null ? "" : answer.getString(i + 1);
      return columns;
    }
  }
}
