package dz.linatatawwa.backups;

import dz.linatatawwa.database.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings a backup back into an empty data folder, has the database replay its log as far as it is asked to, and reads everything once. */
final class Restoring {

  /** As PostgreSQL reads a moment before it knows any names of zones. */
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

  private final Path from;
  private final Path data;
  private final Manifest manifest;

  Restoring(Path from, Path data) throws IOException {
    this.from = from.toAbsolutePath().normalize();
    this.data = data.toAbsolutePath().normalize();
    this.manifest = Manifest.read(this.from);
  }

  /** How far to go. @param archive where the log was kept; null: where the manifest says
   *  @param until the last moment that counts; null: to the end of what the archive holds */
  record Reach(@Nullable Path archive, @Nullable Instant until) {}

  /** @param reach empty: as of the backup itself */
  Restored bring(Optional<Reach> reach) throws IOException, SQLException {
    refuseWhatIsInTheWay();
    for (Manifest.Packed part : manifest.parts()) refuseChanged(part);
    Map<String, String> settings = reach.isPresent() ? settings(reach.get()) : Map.of();
    Files.createDirectories(data);
    Path mark = Files.writeString(data.resolve(Postgres.RESTORING), from + "\n");
    for (Manifest.Packed part : manifest.parts()) Unpacking.unpack(from.resolve(part.name()), data);
    if (reach.isPresent()) Files.createFile(data.resolve("postgres").resolve("recovery.signal"));
    Postgres.recover(data, settings);
    Files.delete(mark);
    return look();
  }

  private void refuseWhatIsInTheWay() throws IOException {
    if (!Files.exists(data)) return;
    try (Stream<Path> inside = Files.list(data)) {
      List<Path> found = inside.filter(file -> !file.getFileName().toString().startsWith("postgresql-") && !file.getFileName().toString().equals("lost+found")).toList();
      if (!found.isEmpty()) throw new BackupTrouble(data + " is not empty: a backup is brought back into an empty folder only (--data DIR)");
    }
  }

  private void refuseChanged(Manifest.Packed part) throws IOException {
    Path file = from.resolve(part.name());
    if (!Files.isRegularFile(file)) throw new BackupTrouble(file + " is missing");
    if (Files.size(file) != part.bytes() || !Sums.of(file).equals(part.sha256())) throw new BackupTrouble(file + " is not what was written: the backup is damaged");
  }

  private Map<String, String> settings(Reach reach) {
    Instant until = reach.until();
    if (until != null && until.isBefore(manifest.consistent())) {
      throw new BackupTrouble("this backup was whole at " + manifest.consistent() + " and cannot be brought back to before it: take an older one");
    }
    Path archive = reach.archive() == null ? Path.of(manifest.fact("archive")) : reach.archive();
    Path own = Files.isDirectory(archive.resolve(manifest.fact("system"))) ? archive.resolve(manifest.fact("system")) : archive;
    if (!Files.isDirectory(own)) throw new BackupTrouble("no archive of the log at " + archive + ": name its folder with --archive");
    Map<String, String> settings = new HashMap<>(Postgres.readingArchive(own));
    if (until != null) settings.put("recovery_target_time", MOMENT.format(until));
    return settings;
  }

  private Restored look() throws SQLException {
    try (Postgres postgres = Postgres.own(data, Map.of()); Connection owner = postgres.source("postgres").getConnection()) {
      return Restored.look(owner, data);
    }
  }
}
