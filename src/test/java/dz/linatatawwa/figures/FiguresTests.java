package dz.linatatawwa.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.eligibility.Ramadans;
import dz.linatatawwa.volunteers.Audience;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class FiguresTests {

  private static final Set<Breakdown> ALL = EnumSet.allOf(Breakdown.class);
  private static final Question EVERYTHING = Question.nation(Period.everTo(LocalDate.of(2026, 12, 31)));

  @Autowired Figures figures;
  @Autowired Keeping keeping;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate inTransaction;
  @Autowired Ramadans ramadans;
  @Autowired Clock clock;

  @BeforeEach
  void freshDatabase() {
    TestDatabase.one().fresh();
  }

  @Test
  void everyAnswerIsThatOfASecondReckoningWhateverIsFolded() {
    for (long seed = 1; seed <= 2; seed++) {
      TestDatabase.one().fresh();
      RandomLedger ledger = new RandomLedger(db, seed);
      ledger.lines(120);
      agree(ledger, seed + ": all fresh", 20);
      fold();
      agree(ledger, seed + ": all folded", 25);
      for (int round = 1; round <= 4; round++) {
        ledger.lines(25);
        for (int i = 0; i < 3; i++) ledger.changePerson();
        if (round % 2 == 0) ledger.person();
        ledger.turnOrganization();
        ledger.moveOpportunity();
        ledger.moveOpportunity();
        ledger.lines(10);
        agree(ledger, seed + ": changed " + round, 20);
        noneWrong();
        if (round == 2) assertThat(keeping.make(2024)).as("made in between").isPresent();
        else fold();
        agree(ledger, seed + ": folded " + round, 20);
        noneWrong();
      }
      assertThat(keeping.askForAll()).isTrue();
      for (int year : keeping.toMake()) assertThat(keeping.make(year)).isPresent();
      noneWrong();
      agree(ledger, seed + ": made anew", 20);
      assertThat(db.sql("select count(*) from figures.slice").query(Long.class).single()).isPositive();
    }
  }

  @Test
  void whatWasNeverMadeIsCountedFromTheLedger() {
    RandomLedger ledger = new RandomLedger(db, 11);
    ledger.lines(80);
    db.sql("delete from figures.fresh").update();
    assertThat(keeping.askForAll()).isTrue();
    agree(ledger, "never made", 25);
    keeping.make(keeping.next().orElseThrow());
    agree(ledger, "one year made", 25);
    assertThat(keeping.askForAll()).as("goes on where it stopped").isFalse();
    while (keeping.next().isPresent()) keeping.make(keeping.next().getAsInt());
    agree(ledger, "made", 25);
    noneWrong();
  }

  @Test
  void whoeverAsksAmidTheirOwnTransactionFindsWhatTheyWrote() {
    RandomLedger ledger = new RandomLedger(db, 12);
    ledger.lines(30);
    fold();
    inTransaction.executeWithoutResult(status -> {
      ledger.lines(20);
      agree(ledger, "uncommitted", 10);
    });
  }

  /** Thirty million persons have fifteen thousand parts of the nation alone, each of which kept some kilobytes until the end of the year. */
  @Test
  void aYearOfManyPeopleIsCutUpInLittleMemory() throws Exception {
    String rows = """
        select n * 1500::bigint, date '2026-01-01' + n % 300, 60, 'A', 'ENV', 'ENV-TREES', 'association', '16', '1601', (n % 50)::bigint, null::bigint, 1990, 'F', 'student', 'higher', '16'
        from generate_series(1, 20000) n order by 1""";
    try (Connection one = TestDatabase.one().getConnection(); Spill spill = new Spill()) {
      List<Slicer> slicing = new ArrayList<>();
      int[] most = {0};
      Slicer slicer = new Slicer(EnumSet.allOf(Kind.class), Sorts.read(db), new Slicer.Shelf() {
        @Override
        public void grown(SliceKey key, Packer packer) {
          most[0] = Math.max(most[0], slicing.getFirst().slices().size());
          spill.grown(key, packer);
        }

        @Override
        public boolean ended(SliceKey key, Packer packer) {
          return spill.ended(key, packer);
        }
      });
      slicing.add(slicer);
      one.setAutoCommit(false);
      try (CopyRows stream = new CopyRows(one, rows)) {
        slicer.all(stream);
      }
      assertThat(most[0]).as("slices that were held at once").isBetween(50, 60);
      assertThat(slicer.slices()).isEmpty();
      Map<Kind, Long> persons = new EnumMap<>(Kind.class);
      Set<SliceKey> keys = new HashSet<>();
      spill.each((key, data) -> {
        assertThat(keys.add(key)).as("%s comes once", key).isTrue();
        for (Section section = new Section(data, 0, data.length, key.year(), false); section.person != Section.NONE; section.advance()) persons.merge(key.kind(), 1L, Long::sum);
      });
      assertThat(persons).isEqualTo(Map.of(Kind.NATION, 20_000L, Kind.WILAYA, 20_000L, Kind.COMMUNE, 20_000L, Kind.ORGANIZATION, 20_000L));
      assertThat(keys).hasSizeGreaterThan(14_000);
      one.rollback();
    }
  }

  /** Behind the followers' address there may be several, and none of them has the leader's snapshot: who counts there needs no second connection. */
  @Test
  void onAFollowerOneCountsAlone() throws Exception {
    RandomLedger ledger = new RandomLedger(db, 14);
    ledger.lines(40);
    fold();
    ledger.lines(10);
    try (Connection only = TestDatabase.one().getConnection(); Statement set = only.createStatement()) {
      set.execute("create schema follower; create function follower.pg_is_in_recovery() returns boolean return true; set search_path = follower, pg_catalog, public");
      DataSource one = new SingleConnectionDataSource(only, true);
      LedgerReading reading = new LedgerReading(JdbcClient.create(one), one, new DataSourceTransactionManager(one));
      Answer answer = new Figures(reading, ramadans, new RecentAnswers(-1, clock), new Kept(db, clock, Long.MAX_VALUE), clock).count(EVERYTHING, ALL).answer();
      assertThat(answer.total()).isEqualTo(new Reckoning(db).total(EVERYTHING));
      set.execute("reset search_path; drop schema follower cascade");
    }
  }

  @Test
  void slicesOfAnotherClusterAreNotBelieved() {
    RandomLedger ledger = new RandomLedger(db, 13);
    ledger.lines(40);
    fold();
    db.sql("update figures.state set seen = '900000000000:900000000000:'").update();
    ledger.lines(10);
    agree(ledger, "copied", 15);
    keeping.look();
    assertThat(keeping.toMake()).isNotEmpty();
    agree(ledger, "to be made", 10);
    while (keeping.next().isPresent()) keeping.make(keeping.next().getAsInt());
    agree(ledger, "made", 15);
    noneWrong();
  }

  @Test
  void aYearWithTooMuchThatIsFreshIsMadeAnew() {
    RandomLedger ledger = new RandomLedger(db, 14);
    ledger.lines(40);
    fold();
    db.sql("insert into figures.fresh (id, volunteer_id, day, minutes, grade) select -n, 0, '2025-05-05', 1, 'A' from generate_series(1, :many) n").param("many", Keeping.MANY + 1).update();
    keeping.look();
    assertThat(keeping.toMake()).containsExactly(2025);
    keeping.make(2025);
    assertThat(keeping.waiting().rows()).isZero();
    agree(ledger, "made", 10);
  }

  @Test
  void aSpoiledSliceIsFoundAndMadeAnew() {
    RandomLedger ledger = new RandomLedger(db, 15);
    ledger.lines(60);
    fold();
    noneWrong();
    assertThat(db.sql("update figures.slice set data = overlay(data placing '\\x07'::bytea from 9) where kind = 1 and year = 2025").update()).isPositive();
    assertThat(keeping.wrong(2025)).isNotEmpty().allMatch(key -> key.kind() == Kind.NATION);
    db.sql("delete from figures.slice where kind = 3 and year = 2024").update();
    assertThat(keeping.wrong(2024)).isNotEmpty().allMatch(key -> key.kind() == Kind.COMMUNE);
    keeping.askForAll();
    while (keeping.next().isPresent()) keeping.make(keeping.next().getAsInt());
    noneWrong();
  }

  @Test
  void nothingIsLostOrCountedTwiceWhileSomeWriteAndOthersFold() throws Exception {
    RandomLedger ledger = new RandomLedger(db, 16);
    ledger.lines(30);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> folding = CompletableFuture.runAsync(() -> {
      for (int i = 0; !over.get(); i++) if (i % 5 == 4) keeping.make(2024); else keeping.fold();
    }, Thread::startVirtualThread);
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
      for (int i = 0; i < 60; i++) {
        ledger.lines(3);
        ledger.moveOpportunity();
        if (i % 4 == 0) ledger.turnOrganization();
      }
    }, Thread::startVirtualThread);
    while (!writing.isDone()) {
      long before = written();
      Answer answer = figures.answer(EVERYTHING, Set.of(Breakdown.SECTOR));
      long reckoned = new Reckoning(db).total(EVERYTHING).minutes();
      long after = written();
      assertThat(answer.by(Breakdown.SECTOR).stream().mapToLong(part -> part.totals().minutes()).sum()).isEqualTo(answer.total().minutes());
      if (before == after) assertThat(answer.total().minutes()).isEqualTo(reckoned);
    }
    writing.get();
    over.set(true);
    folding.get();
    agree(ledger, "after the crowd", 20);
    fold();
    agree(ledger, "all folded", 20);
    noneWrong();
  }

  @Test
  void personsAreNeverSummed() {
    long person = dz.linatatawwa.world.Someone.amina().volunteer().value();
    long claim = db.sql("""
        insert into hours.claim (volunteer_id, during, minutes, grade, state, due_at, decided_at)
        values (:id, '[2020-01-01 08:00+01, 2020-01-01 12:00+01)', 240, 'B', 'confirmed', '2020-01-04', '2020-01-02') returning id""").param("id", person).query(Long.class).single();
    for (String field : db.sql("select code from taxonomy.field order by code limit 3").query(String.class).list()) {
      db.sql("insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, field_code) values (:claim, :person, '2025-03-03', 70, 'A', :field)")
          .param("claim", claim).param("person", person).param("field", field).update();
    }
    Answer answer = figures.answer(Question.nation(Period.year(2025)), ALL);
    assertThat(answer.total()).isEqualTo(new Totals(1, 1, 210, 210));
    assertThat(answer.by(Breakdown.FIELD)).hasSize(3).allMatch(part -> part.totals().equals(new Totals(1, 1, 70, 70)));
  }

  @Test
  void everyAudienceAndSexHasItsNumber() {
    for (Audience audience : Audience.values()) assertThat(Packed.audienceCode(Packed.number(audience))).isEqualTo(audience.code());
    for (Sex sex : Sex.values()) assertThat(Packed.sexCode(Packed.number(sex))).isEqualTo(sex.code());
    assertThat(Packed.audiences()).isLessThanOrEqualTo(8);
    assertThat(Packed.educations()).isLessThanOrEqualTo(8);
  }

  private long written() {
    return db.sql("select count(*) from hours.entry").query(Long.class).single();
  }

  private void fold() {
    assertThat(keeping.fold()).isPresent();
  }

  private void noneWrong() {
    for (int year : keeping.made()) assertThat(keeping.wrong(year)).as("slices of " + year).isEmpty();
  }

  private void agree(RandomLedger ledger, String when, int questions) {
    Reckoning reckoning = new Reckoning(db);
    for (int i = 0; i < questions; i++) {
      Question question = ledger.question();
      Answer answer = figures.answer(question, ALL);
      assertThat(answer.total()).as(when + " " + question).isEqualTo(reckoning.total(question));
      for (Breakdown by : ALL) assertThat(answer.by(by)).as(when + " by " + by + " " + question).isEqualTo(reckoning.parts(question, by));
      Movement movement = figures.movement(question);
      Movement expected = reckoning.movement(question, figures.before(question.period()).orElse(null));
      assertThat(List.of(movement.newcomers(), movement.returning(), movement.lapsed())).as(when + " movement " + question)
          .isEqualTo(List.of(expected.newcomers(), expected.returning(), expected.lapsed()));
    }
  }
}
