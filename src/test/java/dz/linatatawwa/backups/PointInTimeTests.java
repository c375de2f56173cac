package dz.linatatawwa.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.database.DatabaseTrouble;
import dz.linatatawwa.database.Postgres;
import dz.linatatawwa.world.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small cluster that keeps its log in an archive, copied while it runs; an hour later, as it were, somebody deletes what they should not have. */
class PointInTimeTests {

  private static final Map<String, String> FAST = Map.of("fsync", "off");

  private static Path data;
  private static Path archive;
  private static Path backup;
  private static Instant beforeTheMistake;

  @BeforeAll
  static void somebodyMakesAMistake() throws Exception {
    data = Programs.emptyFolder("test-backups/data");
    archive = Programs.emptyFolder("test-backups/archive");
    Path to = Programs.emptyFolder("test-backups/kept");
    Files.writeString(data.resolve("postgres.archive"), archive + "\n");
    Files.createDirectories(data.resolve("files/ab/cd"));
    Files.writeString(data.resolve("files/ab/cd/picture"), "صورة");
    try (Postgres postgres = Postgres.own(data, FAST); Connection owner = postgres.source("postgres").getConnection(); Statement server = owner.createStatement()) {
      server.execute("create table said (word text); insert into said values ('before')");
      assertThat(new BackupVerb().run(List.of("--to", to.toString()), Map.of("linatatawwa.data", data.toString()))).isZero();
      server.execute("insert into said values ('kept')");
      beforeTheMistake = Facts.now(owner);
      server.execute("delete from said");
      archived(server, owner);
    }
    try (Stream<Path> taken = Files.list(to)) {
      backup = taken.filter(folder -> folder.getFileName().toString().startsWith("linatatawwa-")).toList().getFirst();
    }
  }

  private static void archived(Statement server, Connection owner) throws SQLException, InterruptedException {
    String last = Facts.one(owner, "select pg_walfile_name(pg_current_wal_lsn())");
    server.execute("select pg_switch_wal()");
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (Facts.one(owner, "select coalesce(max(last_archived_wal), '') from pg_stat_archiver").compareTo(last) < 0 && System.nanoTime() < end) Thread.sleep(50);
  }

  @AfterAll
  static void nothingIsLeft() throws IOException {
    Folders.remove(Path.of("target", "test-backups").toAbsolutePath());
  }

  @Test
  void aMomentBeforeTheMistakeIsBroughtBack() throws Exception {
    Path again = Programs.emptyFolder("test-backups/again");
    int code = new RestoreVerb().run(List.of(backup.toString(), "--until", beforeTheMistake.toString()), Map.of("linatatawwa.data", again.toString()));
    assertThat(code).isZero();
    assertThat(again.resolve("files/ab/cd/picture")).hasContent("صورة");
    assertThat(again.resolve(Postgres.RESTORING)).doesNotExist();
    try (Postgres postgres = Postgres.own(again, FAST); Connection owner = postgres.source("postgres").getConnection()) {
      assertThat(Facts.one(owner, "select string_agg(word, ' ' order by word) from said")).isEqualTo("before kept");
      assertThat(Facts.one(owner, "show archive_mode")).as("a rehearsal writes into nobody's archive").isEqualTo("off");
      assertThat(Facts.one(owner, "select pg_is_in_recovery()")).isEqualTo("f");
    }
  }

  @Test
  void aMomentThatTheArchiveDoesNotReachIsRefusedAndNobodyStartsOnTheRest() throws Exception {
    Path again = Programs.emptyFolder("test-backups/late");
    Restoring restoring = new Restoring(backup, again);
    assertThatThrownBy(() -> restoring.bring(Optional.of(new Restoring.Reach(null, beforeTheMistake.plus(Duration.ofHours(1))))))
        .isInstanceOf(DatabaseTrouble.class).hasMessageContaining("recovery ended before configured recovery target was reached");
    assertThatThrownBy(() -> Postgres.own(again, FAST)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("not brought back to its end");
  }

  @Test
  void whatCannotBeRightIsRefusedBeforeAnythingIsWritten() throws Exception {
    Path full = Programs.emptyFolder("test-backups/full");
    Files.writeString(full.resolve("mine"), "-");
    assertThatThrownBy(() -> new Restoring(backup, full).bring(Optional.empty())).hasMessageContaining("is not empty");
    Path again = Programs.emptyFolder("test-backups/early");
    Instant early = Manifest.read(backup).consistent().minusSeconds(60);
    assertThatThrownBy(() -> new Restoring(backup, again).bring(Optional.of(new Restoring.Reach(null, early)))).hasMessageContaining("take an older one");
    assertThatThrownBy(() -> new Restoring(backup, again).bring(Optional.of(new Restoring.Reach(Path.of("nowhere"), null)))).hasMessageContaining("no archive of the log");
    assertThatThrownBy(() -> new Restoring(data, again)).hasMessageContaining("is no backup");
    assertThat(new RestoreVerb().run(List.of(backup.toString(), "--until", "yesterday"), Map.of())).isEqualTo(2);
    assertThat(new BackupVerb().run(List.of("--to", data.resolve("inside").toString()), Map.of("linatatawwa.data", data.toString()))).isEqualTo(1);
    assertThat(new BackupVerb().run(List.of(), Map.of("linatatawwa.data", data.toString(), "linatatawwa.database", "jdbc:postgresql://elsewhere/x"))).isEqualTo(1);
  }

  @Test
  void aCopyThatADiskChangedIsNotBroughtBack() throws Exception {
    Path damaged = Programs.emptyFolder("test-backups/damaged");
    for (Manifest.Packed part : Manifest.read(backup).parts()) Files.copy(backup.resolve(part.name()), damaged.resolve(part.name()));
    Files.copy(backup.resolve(Manifest.NAME), damaged.resolve(Manifest.NAME));
    byte[] bytes = Files.readAllBytes(damaged.resolve("database.tar.gz"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged.resolve("database.tar.gz"), bytes, StandardOpenOption.TRUNCATE_EXISTING);
    Path again = Programs.emptyFolder("test-backups/from-damaged");
    assertThatThrownBy(() -> new Restoring(damaged, again).bring(Optional.empty())).hasMessageContaining("the backup is damaged");
    assertThat(again.resolve("postgres")).doesNotExist();
  }

  @Test
  void nobodyElseReadsABackup() throws IOException {
    if (Files.getFileStore(backup).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rwx------");
    }
  }
}
