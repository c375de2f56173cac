package dz.linatatawwa.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dz.linatatawwa.Linatatawwa;
import dz.linatatawwa.commands.Command;
import dz.linatatawwa.commands.Commands;
import dz.linatatawwa.database.Postgres;
import dz.linatatawwa.world.Programs;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A backup that is taken while the ledger is written to, brought back, and held against what it was taken of: table by table, file by file, and by the ledger's own proof. */
@WorldTest
class BackedUpLedgerTests {

  private static final String HASHED = "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t";

  private final JdbcClient owner = JdbcClient.create(TestDatabase.one());

  @Autowired JdbcClient db;
  @Autowired DataSource source;
  @Autowired Looks looks;
  @Autowired List<Command> commands;
  @Autowired TransactionTemplate transactions;
  @Value("${linatatawwa.data}") Path data;

  @AfterAll
  static void nothingIsLeft() throws Exception {
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO); // the command made it quiet
    FileSystemUtils.deleteRecursively(Path.of("target", "test-backed-up").toAbsolutePath());
  }

  @Test
  void everyTableAndFileComesBackAndTheLedgerIsWhatWasSigned() throws Exception {
    Lines lines = new Lines(db, source);
    List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>(lines.write(40)));
    looks.whole(placed -> {});
    assertThat(commands.stream().filter(command -> command.name().equals("ledger")).findFirst().orElseThrow().run(List.of("rebuild"))).isZero();
    UUID picture = picture(lines.settler);
    Map<String, String> before = tables(owner);
    AtomicBoolean going = new AtomicBoolean(true);
    Thread writer = Thread.ofPlatform().start(() -> {
      while (going.get()) acknowledged.add(write(lines));
    });
    Path backup = backup();
    int sure = acknowledged.size();
    going.set(false);
    writer.join();
    Map<String, String> after = tables(owner);
    Path again = Programs.emptyFolder("test-backed-up/again");
    assertThat(Commands.run(Linatatawwa.class, "restore", backup.toString(), "--linatatawwa.data=" + again)).isZero();
    String clone = owner.sql("select current_database()").query(String.class).single();
    try (Postgres postgres = Postgres.own(again, Map.of("fsync", "off"))) {
      JdbcClient administration = JdbcClient.create(postgres.source("template1"));
      administration.sql("drop database postgres").update();
      administration.sql("alter database " + clone + " rename to postgres").update();
      JdbcClient restored = JdbcClient.create(postgres.source("postgres"));
      Map<String, String> found = tables(restored);
      assertThat(found.keySet()).isEqualTo(before.keySet());
      before.forEach((table, hash) -> {
        if (hash.equals(after.get(table))) assertThat(found.get(table)).as(table).isEqualTo(hash);
      });
      List<Long> entries = restored.sql("select id from hours.entry order by id").query(Long.class).list();
      assertThat(entries).as("what was acknowledged before the copy, and no hole after it").hasSizeGreaterThanOrEqualTo(40).isEqualTo(acknowledged.subList(0, entries.size()));
      assertThat(sure).as("it was written to meanwhile").isGreaterThan(40);
      assertThat(again.resolve(place(picture))).hasSameBinaryContentAs(data.resolve(place(picture)));
    }
    assertThat(Commands.run(Linatatawwa.class, "ledger", "verify", "--linatatawwa.data=" + again)).isZero();
  }

  /** A line with its totals, all or nothing, as the platform writes it. */
  private long write(Lines lines) {
    return Objects.requireNonNull(transactions.execute(status -> {
      for (String total : List.of("volunteer_total", "organization_total", "day_total")) db.sql("update hours." + total + " set minutes = minutes + 120 where grade = 'B'").update();
      return lines.write(lines.volunteer);
    }));
  }

  /** The cluster of the tests and the files of the tests lie apart: they are joined for the backup. Copies of other test classes stay behind. */
  private Path backup() throws Exception {
    owner.sql("select datname from pg_database where datname like 'clone_%' and datname <> current_database()").query(String.class).list()
        .forEach(old -> owner.sql("drop database " + old + " with (force)").update());
    Path cluster = data.toAbsolutePath().resolveSibling("database");
    for (String joined : List.of("files", "keys")) Files.createSymbolicLink(cluster.resolve(joined), data.toAbsolutePath().resolve(joined));
    Path to = Programs.emptyFolder("test-backed-up/kept");
    try {
      assertThat(Commands.run(Linatatawwa.class, "backup", "--to", to.toString(), "--linatatawwa.data=" + cluster)).isZero();
    } finally {
      for (String joined : List.of("files", "keys")) Files.delete(cluster.resolve(joined));
    }
    try (Stream<Path> taken = Files.list(to)) {
      return taken.filter(folder -> folder.getFileName().toString().startsWith("linatatawwa-")).toList().getFirst();
    }
  }

  private UUID picture(long owner) throws Exception {
    UUID id = UUID.randomUUID();
    Files.createDirectories(data.resolve(place(id)).getParent());
    Files.write(data.resolve(place(id)), new byte[70_000]);
    db.sql("insert into files.file (id, owner, purpose, name, content_type, bytes, sha256) values (:id, :owner, 'picture', 'p', 'image/jpeg', 70000, sha256('-'))")
        .param("id", id).param("owner", owner).update();
    return id;
  }

  private static Path place(UUID id) {
    String name = id.toString();
    return Path.of("files", name.substring(0, 2), name.substring(2, 4), name);
  }

  private static Map<String, String> tables(JdbcClient asked) {
    Map<String, String> hashes = new LinkedHashMap<>();
    asked.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^(pg_|information_schema)' order by 1").query(String.class).list()
        .forEach(table -> hashes.put(table, asked.sql(HASHED.formatted(table)).query(String.class).single()));
    return hashes;
  }
}
