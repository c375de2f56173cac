package dz.linatatawwa.door;

import dz.linatatawwa.world.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The planner of the class's database is made to believe that the country has a million volunteers, though it is the small one of the doors: numbers of rows and what is known of columns by PostgreSQL's own
 *  functions for that, and files as long as they would be, since it looks at their length and not at what is noted. They are empty at their ends (sparse: no disk is used), so that only plans are worth anything. */
final class Million {

  private static final int PAGE = 8_192;
  /** A file of PostgreSQL's holds a gigabyte at most. */
  private static final long MOST_PAGES = 131_072;

  private record Thing(String file, long pages) {}

  private Million() {}

  /** @return the tables that are large now, by schema and name */
  static Set<String> believed() {
    JdbcClient db = JdbcClient.create(TestDatabase.one());
    db.sql("create table door.few (pattern text)").update();
    db.sql("insert into door.few select unnest(:few)").param("few", few().toArray(String[]::new)).update();
    try (Connection connection = TestDatabase.one().getConnection(); var statement = connection.createStatement()) {
      statement.execute(read("door/million.sql"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Path data = Path.of(db.sql("show data_directory").query(String.class).single());
    for (Thing thing : db.sql("select file, pages from million.thing").query(Thing.class).list()) lengthen(data.resolve(thing.file()), Math.min(MOST_PAGES, thing.pages()));
    return db.sql("select room || '.' || name from million.large").query(String.class).set();
  }

  /** Patterns of names of tables that do not grow with the people. */
  private static List<String> few() {
    return read("door/few.txt").lines().map(line -> line.replaceAll("#.*", "").strip()).filter(line -> !line.isEmpty()).toList();
  }

  private static void lengthen(Path file, long pages) {
    if (!Files.exists(file)) throw new IllegalStateException("no file " + file);
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
      if (opened.length() < pages * PAGE) opened.setLength(pages * PAGE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String read(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
