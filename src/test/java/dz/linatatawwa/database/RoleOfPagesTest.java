package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The role of the pages in the platform's own PostgreSQL: made at first start, and in a folder that was there before it. */
class RoleOfPagesTest {

  private final Path data = Path.of("target", "test-role-of-pages").toAbsolutePath();

  @BeforeEach
  void noClusterIsThere() throws IOException {
    FileSystemUtils.deleteRecursively(data.resolve("postgres"));
    Files.deleteIfExists(data.resolve("postgres.password"));
    Files.deleteIfExists(data.resolve("postgres.pages.password"));
  }

  @AfterEach
  void nothingRunsOn() {
    if (Files.exists(data.resolve("postgres"))) own().close();
  }

  @Test
  void aFolderFromBeforeTheRoleGetsItAtItsNextStart() throws SQLException, IOException {
    try (Postgres first = own()) {
      say(first.source("postgres").getConnection(), "drop role " + LesserRole.NAME);
    }
    Files.delete(data.resolve("postgres.pages.password"));
    try (Postgres second = own()) {
      assertThat(ask(second.lesserSource("postgres").getConnection())).isEqualTo(LesserRole.NAME);
      if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.pages.password")))).isEqualTo("rw-------");
      }
      assertThatThrownBy(() -> say(second.lesserSource("postgres").getConnection(), "create role mine superuser")).hasMessageContaining("permission denied");
    }
  }

  private Postgres own() {
    return Postgres.own(data, Map.of());
  }

  private static void say(Connection opened, String sql) throws SQLException {
    try (Connection connection = opened; Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection opened) throws SQLException {
    try (Connection connection = opened; Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery("select current_user")) {
      answer.next();
      return answer.getString(1);
    }
  }
}
