package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every release that was ever handed over, with what people had in it, brought to today's tables: nothing of it is lost, and what comes out is what a new data folder has. The tables of a
 *  release are kept as the list of its migrations with their sums, which may never change. */
class UpgradeTests {

  private static final Path RELEASES = Path.of("src/test/resources/releases");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  /** What a later release moved to another room, where its name alone does not tell which. */
  private static final Map<String, String> MOVED = Map.of("participation.deed", "attendance.deed");
  /** What a later release keeps in another form, and how many there must be of it. */
  private static final Map<String, String> BECAME = Map.of("recognition.badge", "select count(*) from recognition.holding h join recognition.definition d on d.id = h.definition_id where h.volunteer_id = 9001 and d.key = 'hours-10' and withdrawn_at is null");

  /** The earliest first. */
  private static final List<String> made = new ArrayList<>();

  @TempDir Path kept;

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2026-11-23", "2026-11-30a", "2026-11-30b"})
  void nothingIsLostOnTheWayFromAnEarlierRelease(String release) throws Exception {
    String name = "upgrade_" + release.replace("-", "_");
    DataSource database = TestDatabase.one().another(name, tablesOf(release));
    try (Connection connection = database.getConnection()) {
      JdbcClient db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      people(db, release);
      Map<String, List<String>> before = rows(db);
      assertThat(before).hasSizeGreaterThan(15);
      flyway(database, "classpath:db/migration").migrate();
      before.forEach((table, rows) -> everyRowIsThere(db, table, rows));
      assertThat(shape(db)).isEqualTo(shape(JdbcClient.create(TestDatabase.one())));
    } finally {
      TestDatabase.one().forget(name);
    }
  }

  /** A database with the tables of a release: made of the release before it, so that no migration runs more often than it must. */
  private String tablesOf(String release) throws IOException {
    String name = "release_" + release.replace("-", "_");
    DataSource database = TestDatabase.one().another(name, made.isEmpty() ? "template0" : made.getLast());
    flyway(database, "filesystem:" + tables(release)).migrate();
    made.add(name);
    return name;
  }

  @AfterAll
  static void nothingIsLeft() {
    made.forEach(TestDatabase.one()::forget);
  }

  @Test
  void everyReleaseHasATestAndNoMigrationOfOneWasEverChanged() throws Exception {
    Set<String> changed = new TreeSet<>();
    try (Stream<Path> lists = Files.list(RELEASES)) {
      List<Path> all = lists.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
      assertThat(all.stream().map(file -> file.getFileName().toString().replace(".txt", ""))).containsExactly("2026-11-22", "2026-11-23", "2026-11-30a", "2026-11-30b");
      for (Path list : all) for (String line : Files.readAllLines(list)) if (!line.startsWith(sum(MIGRATIONS.resolve(line.substring(17))))) changed.add(list.getFileName() + ": " + line);
    }
    assertThat(changed).isEmpty();
  }

  private Path tables(String release) throws IOException {
    for (String line : Files.readAllLines(RELEASES.resolve(release + ".txt"))) {
      Path file = kept.resolve(line.substring(17));
      Files.createDirectories(file.getParent());
      Files.copy(MIGRATIONS.resolve(line.substring(17)), file);
    }
    return kept;
  }

  private static Flyway flyway(DataSource database, String where) {
    return Flyway.configure().dataSource(database).locations(where).outOfOrder(true).callbacks(new LesserRole(LesserRole.NAME)).load();
  }

  /** The ledger's claims told less of themselves in the first release. */
  private static void people(JdbcClient db, String release) throws IOException {
    boolean first = release.equals("2026-11-22");
    String people = Files.readString(RELEASES.resolve("people.sql"));
    if (first) people = people.replace(", title, field_code, wilaya_code)\nselect 9001, 9001, 9001, tst", ")\nselect 9001, 9001, 9001, tst").replace(", 9001, 9001, 'غرس مئة شجرة', min(code), '19' from taxonomy.field", ", 9001, 9001");
    db.sql(people).update();
    db.sql(Files.readString(RELEASES.resolve(first ? "2026-11-22.sql" : "2026-11-23.sql"))).update();
  }

  /** Every row of every table that is not filled by the migrations themselves, as JSON. */
  private static Map<String, List<String>> rows(JdbcClient db) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : db.sql("""
        select schemaname || '.' || tablename from pg_tables
        where schemaname !~ '^(pg_|information_schema)' and schemaname not in ('places', 'taxonomy') and tablename <> 'flyway_schema_history' order by 1
        """).query(String.class).list()) {
      List<String> found = db.sql("select to_jsonb(t)::text from " + table + " t").query(String.class).list();
      if (!found.isEmpty()) rows.put(table, found);
    }
    return rows;
  }

  /** With every column that there still is. */
  private static void everyRowIsThere(JdbcClient db, String was, List<String> rows) {
    if (BECAME.containsKey(was)) {
      assertThat(db.sql(BECAME.get(was)).query(Long.class).single()).as(was).isEqualTo(rows.size());
      return;
    }
    String table = today(db, was);
    List<String> lost = new ArrayList<>();
    for (String row : rows) {
      long found = db.sql("""
          select count(*) from %s t
          where to_jsonb(t) @> (select jsonb_object_agg(key, value) from jsonb_each(cast(:row as jsonb)) where jsonb_exists(to_jsonb(t), key))
          """.formatted(table)).param("row", row).query(Long.class).single();
      if (found == 0) lost.add(row);
    }
    assertThat(lost).as("rows of " + was).isEmpty();
  }

  /** The same table, or the only one of this name in another room. */
  private static String today(JdbcClient db, String was) {
    List<String> named = db.sql("select schemaname || '.' || tablename from pg_tables where tablename = split_part(:was, '.', 2)").param("was", was).query(String.class).list();
    if (named.contains(was)) return was;
    if (MOVED.containsKey(was)) return MOVED.get(was);
    assertThat(named).as("where " + was + " went").hasSize(1);
    return named.getFirst();
  }

  /** Columns, rules and indexes of all tables. */
  private static List<String> shape(JdbcClient db) {
    return db.sql("""
        select c.oid::regclass || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relkind in ('r', 'v') and n.nspname !~ '^(pg_|information_schema)'
        union all
        select r.conrelid::regclass || ' ' || pg_get_constraintdef(r.oid) from pg_constraint r join pg_namespace n on n.oid = r.connamespace where n.nspname !~ '^(pg_|information_schema)' and r.contype <> 'n'
        union all
        select indrelid::regclass || ' ' || regexp_replace(pg_get_indexdef(indexrelid), 'INDEX \\S+', 'INDEX') from pg_index where indrelid::regclass::text !~ '^(pg_|information_schema)'
        union all
        select g.tgrelid::regclass || ' ' || pg_get_triggerdef(g.oid) from pg_trigger g where not g.tgisinternal
        order by 1
        """).query(String.class).list();
  }

  private static String sum(Path file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))).substring(0, 16);
  }
}
