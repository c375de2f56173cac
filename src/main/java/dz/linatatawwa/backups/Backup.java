package dz.linatatawwa.backups;

import dz.linatatawwa.database.Postgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a copy of everything, while the platform runs or not: first the database, then the files. Files are only ever added before the line that names them, and taken away after it, so whatever
 *  the copied database names is there afterwards; a file that was erased in between is gone, as its person wished. */
final class Backup {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'linatatawwa-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path data;
  private final Postgres postgres;
  private final Clock clock;

  /** @param data     where files and keys lie
   *  @param postgres whose cluster is copied */
  Backup(Path data, Postgres postgres, Clock clock) {
    this.data = data.toAbsolutePath().normalize();
    this.postgres = postgres;
    this.clock = clock;
  }

  /** @return the new folder within this one; it appears when it is whole */
  Path take(Path to) throws IOException, SQLException {
    Path into = to.toAbsolutePath().normalize();
    Path whole = into.resolve(NAME.format(clock.instant()));
    if (whole.startsWith(data)) throw new BackupTrouble("a backup within the data folder is lost with it: name another folder with --to, best on another disk");
    if (Files.exists(whole)) throw new BackupTrouble(whole + " exists already");
    Path half = whole.resolveSibling(whole.getFileName() + ".part");
    Folders.makePrivate(half);
    try {
      fill(half).write(half);
      Folders.sync(half);
      Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
      Folders.sync(into);
      return whole;
    } finally {
      Folders.remove(half);
    }
  }

  private Manifest fill(Path half) throws IOException, SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("taken", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    List<Manifest.Packed> parts = new ArrayList<>();
    parts.add(database(half, facts));
    parts.add(keys(half));
    parts.add(files(half));
    return new Manifest(facts, parts);
  }

  private Manifest.Packed database(Path half, Map<String, String> facts) throws IOException, SQLException {
    try (Connection owner = postgres.source("postgres").getConnection(); Packing packing = new Packing(half.resolve("database.tar.gz"))) {
      Facts.of(owner, facts);
      postgres.archive().ifPresent(folder -> facts.put("archive", folder.toString()));
      ClusterCopy.Copied copied = ClusterCopy.copy(owner, postgres.cluster(), packing);
      facts.put("log", copied.lastLog());
      facts.put("consistent", Facts.now(owner).toString());
      return packing.done();
    }
  }

  /** What opens the rest: apart, so that it can be kept apart. */
  private Manifest.Packed keys(Path half) throws IOException {
    try (Packing packing = new Packing(half.resolve("keys.tar"))) {
      if (Files.isDirectory(data.resolve("keys"))) pack(packing, data.resolve("keys"));
      try (Stream<Path> loose = Files.list(data)) {
        for (Path file : loose.filter(file -> file.getFileName().toString().endsWith(".password")).sorted().toList()) packing.file(file.getFileName().toString(), file);
      }
      return packing.done();
    }
  }

  private Manifest.Packed files(Path half) throws IOException {
    try (Packing packing = new Packing(half.resolve("files.tar")); Stream<Path> all = Files.list(data)) {
      for (Path folder : all.filter(Files::isDirectory).filter(folder -> isOurs(folder.getFileName().toString())).sorted().toList()) pack(packing, folder);
      return packing.done();
    }
  }

  /** All folders but the cluster, PostgreSQL's own programs and the keys. */
  private static boolean isOurs(String name) {
    return !name.startsWith("postgres") && !name.startsWith("unpacking-") && !name.equals("keys");
  }

  /** A folder that only points to another disk is followed. */
  private static void pack(Packing packing, Path folder) throws IOException {
    Path real = folder.toRealPath();
    Files.walkFileTree(real, new SimpleFileVisitor<Path>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes about) throws IOException {
        packing.folder(name(inner));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
        if (about.isRegularFile() && !file.toString().endsWith(".part")) packing.file(name(file), file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
        if (failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
        throw failed;
      }

      private String name(Path beneath) {
        String rest = real.relativize(beneath).toString().replace('\\', '/');
        return rest.isEmpty() ? folder.getFileName().toString() : folder.getFileName() + "/" + rest;
      }
    });
  }
}
