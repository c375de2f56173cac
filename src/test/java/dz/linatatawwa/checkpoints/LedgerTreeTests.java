package dz.linatatawwa.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class LedgerTreeTests {

  private final JdbcClient owner = JdbcClient.create(TestDatabase.one());

  @Autowired JdbcClient db;
  @Autowired DataSource source;
  @Autowired Looks looks;
  @Autowired TreeCheck check;
  @Autowired Checkpoints checkpoints;
  @Autowired CheckpointTable table;
  @Autowired TileTable tiles;
  @Autowired LeafTable leaves;
  @Autowired LedgerKeys keys;
  @Autowired VerifyVerb verify;
  @Autowired ConsistencyVerb consistency;
  @Autowired CosignVerb cosign;
  @Autowired Accounts accounts;
  @TempDir Path kept;
  Lines lines;

  @BeforeEach
  void people() {
    lines = new Lines(db, source);
  }

  @Test
  void everyColumnOfTheLedgerIsCoveredByTheTree() {
    assertThat(columns("line")).isEqualTo(columns("entry"));
    assertThat(columns("line")).as("a new column belongs into Facts").hasSize(Facts.class.getRecordComponents().length);
  }

  @Test
  void anyColumnThatIsChangedInAPastLineIsFoundAndTheLineIsNamed() {
    long entry = lines.write(5).get(2);
    long reversal = lines.takeBack(entry);
    place();
    Map<String, String> changes = Map.ofEntries(Map.entry("claim_id", "claim_id + 1"), Map.entry("volunteer_id", "volunteer_id - 1"), Map.entry("day", "day + 1"),
        Map.entry("minutes", "minutes + 1"), Map.entry("grade", "'A'"), Map.entry("organization_id", "organization_id + 1"), Map.entry("opportunity_id", "7"),
        Map.entry("field_code", "null"), Map.entry("activity_code", "'X'"), Map.entry("wilaya_code", "'16'"), Map.entry("commune_code", "null"),
        Map.entry("written_at", "written_at + interval '1 microsecond'"), Map.entry("written_by", "null"), Map.entry("reason", "'-'"));
    Set<String> tried = new HashSet<>(changes.keySet());
    changes.forEach((column, other) -> {
      for (long line : new long[] {entry, reversal}) {
        owner.sql("create table public.before as select * from hours.entry where id = :line").param("line", line).update();
        lines.tamper("update hours.entry set " + column + " = " + other + " where id = " + line);
        assertThat(faults()).as(column).isNotEmpty().allSatisfy(fault -> assertThat(fault).startsWith("entry " + line + " (place "));
        lines.tamper("update hours.entry e set " + column + " = b." + column + " from public.before b where b.id = e.id");
        owner.sql("drop table public.before").update();
      }
    });
    lines.tamper("update hours.entry set reverses = null, minutes = 1 where id = " + reversal);
    assertThat(faults().getFirst()).startsWith("entry " + reversal);
    lines.tamper("update hours.entry set reverses = " + entry + ", minutes = -120 where id = " + reversal);
    assertThat(faults()).isEmpty();
    tried.addAll(Set.of("id", "reverses"));
    assertThat(tried).isEqualTo(columns("entry"));
  }

  @Test
  void aLineThatIsRemovedOrRenumberedIsFound() {
    List<Long> entries = lines.write(4);
    place();
    lines.tamper("update hours.entry set id = 999999 where id = " + entries.get(1));
    assertThat(faults()).containsExactly("entry " + entries.get(1) + " (place " + position(entries.get(1)) + "): its line is gone from the ledger");
    lines.tamper("update hours.entry set id = " + entries.get(1) + " where id = 999999");
    lines.tamper("create table public.gone as select * from hours.entry where id = " + entries.get(3));
    lines.tamper("delete from hours.entry where id = " + entries.get(3));
    assertThat(faults()).hasSize(1).first().asString().contains("gone from the ledger");
    lines.tamper("create table public.leaf as select * from checkpoints.leaf where entry_id = " + entries.get(3));
    long place = position(entries.get(3));
    lines.tamper("delete from checkpoints.leaf where entry_id = " + entries.get(3));
    assertThat(faults()).isNotEmpty();
    lines.tamper("insert into hours.entry select * from public.gone");
    assertThat(faults()).as("with its leaf gone place " + place + " is missing").isNotEmpty();
    lines.tamper("insert into checkpoints.leaf select * from public.leaf");
    lines.tamper("drop table public.gone, public.leaf");
    assertThat(faults()).isEmpty();
  }

  @Test
  void changedHashesNotesAndSaltsAreFoundToo() {
    long entry = lines.write(3).getFirst();
    place();
    for (String[] change : new String[][] {
        {"update checkpoints.tile set hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1) where level = 0 and number = 0", "same"},
        {"update checkpoints.leaf set salt = set_byte(salt, 5, get_byte(salt, 5) # 1) where entry_id = " + entry, "same"},
        {"update checkpoints.leaf set commitment = set_byte(commitment, 5, get_byte(commitment, 5) # 1) where entry_id = " + entry, "same"},
        {"update checkpoints.checkpoint set root = set_byte(root, 5, get_byte(root, 5) # 1) where size = (select min(size) from checkpoints.checkpoint)", "same"},
        {"update checkpoints.checkpoint set note = translate(note, 'ab', 'ba') where size = (select min(size) from checkpoints.checkpoint)", "same"}}) {
      lines.tamper(change[0]);
      assertThat(faults()).as(change[0]).isNotEmpty();
      lines.tamper(change[0]);
      assertThat(faults()).as("put back: " + change[0]).isEmpty();
    }
    lines.tamper("create table public.salt as select entry_id, salt from checkpoints.leaf where entry_id = " + entry);
    lines.tamper("update checkpoints.leaf set salt = null where entry_id = " + entry);
    assertThat(faults()).containsExactly("entry " + entry + " (place " + position(entry) + "): its salt is gone, and its person has not left");
    lines.tamper("update checkpoints.leaf l set salt = s.salt from public.salt s where s.entry_id = l.entry_id");
    lines.tamper("drop table public.salt");
    assertThat(faults()).isEmpty();
  }

  @Test
  void aPastThatIsRewrittenAndSignedAnewIsFoundOnlyByACheckpointThatSomebodyKept() throws Exception {
    long entry = lines.write(6).get(1);
    place();
    Path old = keep("old");
    lines.write(3);
    place();
    assertThat(verify.run(List.of("--against", old.toString()))).isZero();
    assertThat(consistency.run(List.of(old.toString(), keep("new").toString()))).isZero();
    lines.tamper("create table public.leaf as table checkpoints.leaf; create table public.tile as table checkpoints.tile; "
        + "create table public.checkpoint as table checkpoints.checkpoint");
    lines.tamper("update hours.entry set minutes = minutes + 60 where id = " + entry);
    lines.tamper("delete from checkpoints.leaf; delete from checkpoints.tile; delete from checkpoints.cosignature; delete from checkpoints.checkpoint");
    place();
    assertThat(verify.run(List.of())).as("everything it keeps agrees with itself").isZero();
    assertThat(verify.run(List.of("--against", old.toString()))).isEqualTo(1);
    assertThat(consistency.run(List.of(old.toString(), keep("rewritten").toString()))).isEqualTo(1);
    assertThat(check.check(TreeHead.read(SignedNote.read(Files.readString(old)).orElseThrow().text()).orElseThrow()).faults())
        .containsExactly("the first " + size(old) + " entries are not those of the kept checkpoint: the past was rewritten");
    lines.tamper("update hours.entry set minutes = minutes - 60 where id = " + entry);
    lines.tamper("delete from checkpoints.leaf; delete from checkpoints.tile; delete from checkpoints.checkpoint; insert into checkpoints.leaf table public.leaf; "
        + "insert into checkpoints.tile table public.tile; insert into checkpoints.checkpoint table public.checkpoint; drop table public.leaf, public.tile, public.checkpoint");
    assertThat(verify.run(List.of("--against", old.toString()))).isZero();
  }

  @Test
  void whatWeNeverSignedIsNoMeasure() throws Exception {
    lines.write(1);
    place();
    Path file = kept.resolve("foreign");
    Files.writeString(file, checkpoints.note().orElseThrow().replaceFirst("\n\\d+\n", "\n1\n"));
    assertThat(verify.run(List.of("--against", file.toString()))).isEqualTo(1);
    assertThat(verify.run(List.of("--against", kept.resolve("none").toString()))).isEqualTo(1);
    assertThat(verify.run(List.of("--against"))).isEqualTo(2);
    assertThat(consistency.run(List.of(file.toString(), file.toString()))).isEqualTo(1);
  }

  @Test
  void anEntryThatCommitsLateUnderALowerNumberIsNotMissed() throws Exception {
    long claim = lines.claim(lines.volunteer);
    long other = lines.claim(lines.volunteer);
    try (Connection early = source.getConnection(); Connection late = source.getConnection()) {
      early.setAutoCommit(false);
      late.setAutoCommit(false);
      long first = insert(early, claim);
      long later = insert(late, other);
      assertThat(lines.write(lines.volunteer)).isGreaterThan(later).isGreaterThan(first);
      place();
      early.commit();
      assertThat(looks.recent(so -> {})).hasValue(1L);
      assertThat(position(first)).isGreaterThanOrEqualTo(0);
      TestClock.one().goAhead(Duration.ofHours(3));
      lines.write(2);
      assertThat(looks.recent(so -> {})).hasValue(2L);
      TestClock.one().goAhead(Duration.ofHours(3));
      late.commit();
      assertThat(looks.recent(so -> {})).as("hours later the usual look goes past it").hasValue(0L);
      assertThat(check.check(null).waiting()).isEqualTo(1);
      assertThat(looks.whole(so -> {})).as("the whole look does not").hasValue(1L);
      assertThat(position(later)).isGreaterThan(position(first));
    } finally {
      TestClock.one().back();
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void whateverKillsABatchItLeavesNothingAndTheNextOneDoesItWhole() {
    place();
    for (String table : List.of("leaf", "tile", "checkpoint")) {
      List<Long> entries = lines.write(3);
      long before = checkpoints.newest().map(Checkpoint::size).orElse(0L);
      owner.sql("""
          create function public.power_cut() returns trigger language plpgsql as
          $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$""").update();
      owner.sql("create trigger power_cut after insert on checkpoints." + table + " for each statement execute function public.power_cut()").update();
      assertThatThrownBy(() -> looks.whole(so -> {})).as(table).isNotNull();
      owner.sql("drop function public.power_cut cascade").update();
      assertThat(checkpoints.newest().map(Checkpoint::size).orElse(0L)).as(table).isEqualTo(before);
      assertThat(db.sql("select count(*) from checkpoints.leaf where entry_id = any(:entries)").param("entries", entries.toArray(Long[]::new))
          .query(Long.class).single()).isZero();
      assertThat(looks.whole(so -> {})).hasValue(3L);
      assertThat(faults()).isEmpty();
    }
  }

  @Test
  void severalNodesAtOnceGiveEachEntryOnePlace() throws Exception {
    place();
    long before = checkpoints.newest().map(Checkpoint::size).orElse(0L);
    for (int round = 0; round < 5; round++) {
      lines.write(40);
      List<Future<Optional<Long>>> all = new ArrayList<>();
      try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int node = 0; node < 6; node++) all.add(nodes.submit(() -> looks.recent(so -> {})));
      }
      long placed = 0;
      for (Future<Optional<Long>> one : all) placed += one.get().orElse(0L);
      assertThat(placed).isEqualTo(40);
    }
    assertThat(checkpoints.newest().orElseThrow().size()).isEqualTo(before + 200);
    assertThat(faults()).isEmpty();
  }

  @Test
  void whoLeavesTakesTheSaltAlongAndTheTreeStaysWhole() {
    AccountId karim = new AccountId(lines.volunteer("Karim Ziani"));
    long entry = lines.write(karim.value());
    place();
    assertThat(opening(checkpoints.inclusion(karim, entry).orElseThrow())).contains("volunteer " + karim.value() + "\n", "\nsalt ");
    long late = lines.write(karim.value());
    accounts.close(karim);
    place();
    for (long line : new long[] {entry, late}) {
      assertThat(leaves.ofEntry(line).orElseThrow().salt()).isNull();
      assertThat(opening(checkpoints.inclusion(karim, line).orElseThrow())).doesNotContain("salt", "volunteer");
    }
    TreeCheck.Report report = check.check(null);
    assertThat(report.faults()).isEmpty();
    assertThat(report.erased()).isEqualTo(2);
    lines.tamper("update hours.entry set minutes = 119 where id = " + entry);
    assertThat(faults()).as("what is public stays bound").hasSize(1);
    lines.tamper("update hours.entry set minutes = 120 where id = " + entry);
  }

  @Test
  void aProofIsOnlyForThePersonWhoseHoursTheyAre() {
    long entry = lines.write(lines.volunteer);
    assertThat(checkpoints.inclusion(new AccountId(lines.volunteer), entry)).as("not placed yet").isEmpty();
    place();
    Inclusion inclusion = checkpoints.inclusion(new AccountId(lines.volunteer), entry).orElseThrow();
    assertThat(checkpoints.inclusion(new AccountId(lines.settler), entry)).isEmpty();
    assertThat(inclusion.proof()).startsWith("c2sp.org/tlog-proof@v1\nextra ").endsWith(checkpoints.note(inclusion.checkpoint().size()).orElseThrow());
    assertThat(opening(inclusion)).contains("entry " + entry + "\n", "day " + lines.day(entry) + "\n");
  }

  @Test
  void aWitnessWhomWeKnowIsKeptBesideUsAndNobodyElse() throws Exception {
    lines.write(1);
    place();
    Witness university = new Witness("university.example/witness");
    Path known = witnesses();
    String before = Files.exists(known) ? Files.readString(known) : null;
    Files.createDirectories(known.getParent());
    Files.writeString(known, "# who may sign beside us\n" + university.key() + "\n");
    try {
      String note = checkpoints.note().orElseThrow();
      String text = SignedNote.read(note).orElseThrow().text();
      long size = checkpoints.newest().orElseThrow().size();
      assertThat(checkpoints.cosign("nothing")).isEqualTo(new Cosigning.Refused(Cosigning.Why.NO_CHECKPOINT));
      assertThat(checkpoints.cosign(note)).isEqualTo(new Cosigning.Refused(Cosigning.Why.NOBODY_NEW));
      assertThat(checkpoints.cosign(note + new Witness("university.example/witness").line(text, 1_800_000_000))).isEqualTo(new Cosigning.Refused(Cosigning.Why.NOBODY_NEW));
      String other = text.replaceFirst("\n\\d+\n", "\n" + (size + 1) + "\n");
      assertThat(checkpoints.cosign(other + "\n" + university.line(other, 1_800_000_000))).isEqualTo(new Cosigning.Refused(Cosigning.Why.NOT_OURS));
      Path file = Files.writeString(kept.resolve("cosigned"), text + "\n" + university.line(text, 1_800_000_000));
      assertThat(cosign.run(List.of(file.toString()))).isZero();
      assertThat(cosign.run(List.of(file.toString()))).as("a second time").isEqualTo(1);
      assertThat(checkpoints.note().orElseThrow()).isEqualTo(note + university.line(text, 1_800_000_000));
      assertThat(checkpoints.newest().orElseThrow().witnesses()).containsExactly("university.example/witness");
      long entry = lines.write(lines.volunteer);
      place();
      Inclusion newer = checkpoints.inclusion(new AccountId(lines.volunteer), entry).orElseThrow();
      assertThat(newer.checkpoint().witnesses()).isEmpty();
    } finally {
      if (before == null) Files.delete(known);
      else Files.writeString(known, before);
    }
  }

  @Test
  void aCheckpointStaysAsItWasSigned() {
    lines.write(1);
    place();
    assertThatThrownBy(() -> owner.sql("update checkpoints.checkpoint set note = ''").update()).hasMessageContaining("only grows");
    assertThatThrownBy(() -> db.sql("delete from checkpoints.checkpoint").update()).isNotNull();
  }

  private void place() {
    assertThat(looks.whole(so -> {})).isPresent();
  }

  private List<String> faults() {
    return check.check(null).faults();
  }

  private Path keep(String name) throws Exception {
    return Files.writeString(kept.resolve(name), checkpoints.note().orElseThrow());
  }

  private static long size(Path file) throws Exception {
    return TreeHead.read(SignedNote.read(Files.readString(file)).orElseThrow().text()).orElseThrow().size();
  }

  private long position(long entry) {
    return db.sql("select position from checkpoints.leaf where entry_id = :entry").param("entry", entry).query(Long.class).single();
  }

  private static String opening(Inclusion inclusion) {
    String extra = inclusion.proof().lines().skip(1).findFirst().orElseThrow().substring("extra ".length());
    return new String(java.util.Base64.getDecoder().decode(extra), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Set<String> columns(String table) {
    return new HashSet<>(db.sql("select column_name from information_schema.columns where table_schema = 'hours' and table_name = :table")
        .param("table", table).query(String.class).list());
  }

  private long insert(Connection connection, long claim) throws Exception {
    try (var statement = connection.prepareStatement("insert into hours.entry (claim_id, volunteer_id, day, minutes, grade) values (?, ?, current_date, 30, 'B') returning id")) {
      statement.setLong(1, claim);
      statement.setLong(2, lines.volunteer);
      try (var ids = statement.executeQuery()) {
        ids.next();
        return ids.getLong(1);
      }
    }
  }

  private static Path witnesses() {
    return Path.of(System.getProperty("linatatawwa.data", "data"), "keys", "ledger-witnesses.txt");
  }
}
