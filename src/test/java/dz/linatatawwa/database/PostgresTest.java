package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class PostgresTest {

  /** Beneath the build's folder, so that the unpacked programs serve all tests of the class. */
  private final Path data = Path.of("target", "test-postgres").toAbsolutePath();

  @BeforeEach
  void noClusterIsThere() throws IOException {
    FileSystemUtils.deleteRecursively(data.resolve("postgres"));
    Files.deleteIfExists(data.resolve("postgres.password"));
  }

  /** A test that failed half way leaves a server without an owner: whoever owns it next stops it. */
  @AfterEach
  void nothingRunsOn() {
    if (Files.exists(data.resolve("postgres"))) own().close();
  }

  @Test
  void keepsWhatWasWrittenOverAStopAndAStart() throws SQLException {
    try (Postgres first = own()) {
      execute(first, "create table said (word text)");
      execute(first, "insert into said values ('سطيف')");
      assertThat(Postmaster.lives(first.pid())).isTrue();
      assertThat(data.resolve("postgres.pid")).hasContent(first.pid() + "\n");
    }
    assertThat(data.resolve("postgres.pid")).doesNotExist();
    try (Postgres second = own()) {
      assertThat(query(second, "select word from said")).isEqualTo("سطيف");
    }
  }

  @Test
  void isSafeByDefault() throws SQLException, IOException {
    try (Postgres postgres = own()) {
      assertThat(query(postgres, "show fsync")).isEqualTo("on");
      assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(postgres, "select datlocale from pg_database where datname = 'postgres'")).isEqualTo("C.UTF-8");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password")))).isEqualTo("rw-------");
      assertThatThrownBy(() -> postgres.source("postgres").getConnection("postgres", "guess").close()).hasMessageContaining("password");
    }
  }

  @Test
  void adoptsTheServerOfAPlatformThatWasKilled() throws Exception {
    Process holder = hold();
    long orphan;
    try (BufferedReader out = holder.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).startsWith("holding ");
      orphan = Long.parseLong(line.substring("holding ".length()));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(Postmaster.lives(orphan)).isTrue();
    try (Postgres heir = own()) {
      assertThat(heir.pid()).isEqualTo(orphan);
      assertThat(query(heir, "select word from said")).isEqualTo("kept");
    }
    assertThat(Postmaster.lives(orphan)).isFalse();
  }

  @Test
  void bringsAKilledServerBackWithinFiveSeconds() throws Exception {
    AtomicInteger told = new AtomicInteger();
    try (Postgres postgres = own()) {
      postgres.onRestart(told::incrementAndGet);
      execute(postgres, "create table said as select 'kept' as word");
      long killed = postgres.pid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      long end = System.nanoTime() + 5_000_000_000L;
      while (told.get() == 0 && System.nanoTime() < end) Thread.sleep(20);
      assertThat(told).hasValue(1);
      assertThat(postgres.pid()).isNotEqualTo(killed);
      assertThat(query(postgres, "select word from said")).isEqualTo("kept");
      assertThat(data.resolve("postgres.pid")).hasContent(postgres.pid() + "\n");
    }
  }

  @Test
  void isNotStoppedByAPidFileThatNamesSomebodyElse() throws Exception {
    own().close();
    Files.writeString(data.resolve("postgres").resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");
    try (Postgres postgres = own()) {
      assertThat(query(postgres, "select 'up'")).isEqualTo("up");
    }
  }

  @Test
  void tellsASecondPlatformThatTheFolderIsTaken() {
    try (Postgres first = own()) {
      assertThatThrownBy(this::own).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("in use by process " + ProcessHandle.current().pid());
      assertThat(Postmaster.lives(first.pid())).isTrue();
    }
  }

  @Test
  void letsACommandVisitWithoutStoppingTheServerAtItsEnd() throws SQLException {
    try (Postgres owner = own()) {
      try (Postgres guest = Postgres.ownOrVisit(data)) {
        assertThat(guest.pid()).isEqualTo(owner.pid());
        assertThat(query(guest, "select 'there'")).isEqualTo("there");
      }
      assertThat(query(owner, "select 'still there'")).isEqualTo("still there");
    }
  }

  private Postgres own() {
    return Postgres.own(data, Map.of());
  }

  private Process hold() throws IOException {
    return new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path"),
        Holder.class.getName(), data.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void execute(Postgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.source("postgres").getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Postgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.source("postgres").getConnection(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
