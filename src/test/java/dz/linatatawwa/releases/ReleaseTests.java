package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.StatisticsVerb;
import dz.linatatawwa.figures.Totals;
import dz.linatatawwa.worth.Worth;
import dz.linatatawwa.hours.LedgerVerb;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseTests {

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Figures figures;
  @Autowired Releases releases;
  @Autowired Reckoning reckoning;
  @Autowired Structure structure;
  @Autowired EditionTable editions;
  @Autowired PackageMaker packages;
  @Autowired List<LedgerVerb> ledger;
  @Autowired List<StatisticsVerb> verbs;
  @Autowired java.time.Clock clock;
  @TempDir static Path kept;
  private Quarter quarter;
  private Edition first;

  @BeforeAll
  void country() throws SQLException {
    SmallCountry.fill(rooms, 7);
    quarter = Quarter.at(java.time.LocalDate.ofInstant(clock.instant(), dz.linatatawwa.language.Words.ZONE)).before();
  }

  @Test
  @Order(1)
  void nothingIsReleasedOfALedgerWithoutACheckpointNorOfAQuarterThatIsNotOver() {
    assertThat(releases.draft(quarter, null)).isEqualTo(new Made.Refused(Made.Why.NO_CHECKPOINT));
    assertThat(verb("release", quarter.name())).isEqualTo(1);
    assertThat(verb("release", "2026Q9")).isEqualTo(2);
    assertThat(releases.draft(new Quarter(2099, 4), null)).isEqualTo(new Made.Refused(Made.Why.NOT_OVER));
    place();
    assertThat(verb("release", quarter.name())).isZero();
    first = releases.current(quarter).orElseThrow();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.provisional()).isFalse();
    assertThat(releases.draft(quarter, null)).isEqualTo(new Made.Refused(Made.Why.NOTHING_NEW));
  }

  @Test
  @Order(2)
  void everyNumberIsTheAnswerToTheSameQuestion() {
    Answer answer = figures.answer(Question.nation(quarter.period()), Set.of(Breakdown.values()));
    Map<String, Cell> cells = reckoning.count(quarter, Ledger.upTo(first.ledgerSize()));
    same(cells, "", answer.total());
    Map<Breakdown, String> keys = Map.of(Breakdown.MONTH, "month=", Breakdown.PLACE, "w69=", Breakdown.RESIDENCE, "r69=", Breakdown.FIELD, "field=", Breakdown.SEX, "sex=",
        Breakdown.AGE, "age=", Breakdown.EDUCATION, "education=", Breakdown.AUDIENCE, "status=", Breakdown.SECTOR, "sector=");
    keys.forEach((breakdown, key) -> {
      assertThat(answer.by(breakdown)).as(breakdown.name()).isNotEmpty();
      answer.by(breakdown).forEach(part -> same(cells, key + (part.key().isEmpty() ? "X" : part.key()), part.totals()));
    });
    assertThat(value("T1", "VOL_PERS", "SEX_T", "AGE_T")).isEqualTo(Long.toString(answer.total().persons()));
    assertThat(value("T4", "VOL_HOUR", "SEX_T", "AGE_T")).isEqualTo(TableMaker.hours(answer.total().minutes()).toPlainString());
    assertThat(value("T4", "VOL_HMED", "SEX_T", "AGE_T")).isEqualTo(TableMaker.hours(answer.total().medianMinutes()).toPlainString());
    assertThat(value("T11", "VOL_VMIN", "SEX_T", "FIELD_T")).isEqualTo(rooms.getBean(Worth.class).of(answer).lowerBound().toPlainString());
    assertThat(value("T11", "VOL_FTE", "SEX_T", "FIELD_T")).isEqualTo(rooms.getBean(Worth.class).of(answer).fullTime().toPlainString());
  }

  @Test
  @Order(2)
  void personsOfATableAreCountedAndNeverSummedWhereOneMayStandTwice() {
    Map<String, Cell> cells = reckoning.count(quarter, Ledger.upTo(first.ledgerSize()));
    Structure.Plan plan = structure.plan(quarter, cells.keySet(), false);
    for (Relation relation : plan.relations()) {
      long whole = cell(cells, relation.total()).persons();
      long parts = relation.parts().stream().mapToLong(part -> cell(cells, part).persons()).sum();
      if (relation.persons()) assertThat(parts).as(relation.toString()).isEqualTo(whole);
      else relation.parts().forEach(part -> assertThat(cell(cells, part).persons()).as(relation.total()).isLessThanOrEqualTo(whole));
      if (relation.hours()) assertThat(relation.parts().stream().mapToLong(part -> cell(cells, part).minutes()).sum()).as(relation.toString()).isEqualTo(cell(cells, relation.total()).minutes());
    }
    for (String of : List.of("month=", "field=", "w69=")) {
      long sum = cells.values().stream().filter(cell -> cell.key().startsWith(of) && !cell.key().contains("|")).mapToLong(Cell::persons).sum();
      assertThat(sum).as(of + " holds people twice, so the total is another number").isNotEqualTo(cell(cells, "").persons());
    }
  }

  @Test
  @Order(2)
  void everySmallCellIsHiddenInEveryTableAndSoAreTheOnesBesideIt() {
    Map<String, Cell> cells = reckoning.count(quarter, Ledger.upTo(first.ledgerSize()));
    Set<String> hidden = new HashSet<>(editions.beside(first.id()).hidden());
    Structure.Plan plan = structure.plan(quarter, cells.keySet(), false);
    assertThat(hidden).isNotEmpty();
    plan.published().forEach(key -> { if (cell(cells, key).isSmall()) assertThat(hidden).contains(key); });
    assertThat(hidden.stream().filter(key -> !cell(cells, key).isSmall())).as("hidden for others").isNotEmpty();
    Attack.on(cells, plan, hidden).forEach((key, span) -> assertThat(span.width()).as(key + " may be from " + span.least() + " to " + span.most()).isGreaterThanOrEqualTo(5));
    releases.tables(first).stream().flatMap(table -> table.rows().stream()).filter(row -> row.indicator().equals("VOL_PERS") && row.value() != null)
        .forEach(row -> assertThat(row.value().longValue() == 0 || row.value().longValue() >= 5).as(row.place()).isTrue());
  }

  @Test
  @Order(3)
  void aPackageIsRecomputedFromTheLedgerAlsoWhenTheLedgerHasGrown() throws Exception {
    Path file = Files.write(kept.resolve("first.zip"), releases.archive(first).orElseThrow());
    assertThat(said("verify", file.toString())).contains("equal: ");
    addHours(10_000);
    place();
    assertThat(said("verify", file.toString())).contains("equal: ");
    Path changed = Files.write(kept.resolve("changed.zip"), Archive.rewritten(Files.readAllBytes(file), (name, content) -> !name.equals("csv/T4.csv") ? content
        : new String(content, StandardCharsets.UTF_8).replaceFirst("VOL_HOUR,SEX_T,AGE_T,,([^,]*),[^,]*,", "VOL_HOUR,SEX_T,AGE_T,,$1,1.00,").getBytes(StandardCharsets.UTF_8)));
    assertThat(verb("verify", changed.toString())).isEqualTo(1);
    assertThat(said("verify", changed.toString())).contains("T4: VOL_HOUR SEX_T AGE_T").contains("published 1.00, recomputed ").contains("is not the one that was published");
    assertThat(verb("verify", Files.writeString(kept.resolve("no.zip"), "no").toString())).isEqualTo(1);
    assertThat(verb("verify", kept.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  @Order(4)
  void aTamperedLedgerIsNamedByTableRowAndValue() throws Exception {
    Path file = kept.resolve("first.zip");
    String line = "(select e.id from hours.entry e join checkpoints.leaf l on l.entry_id = e.id where e.grade in ('A', 'B', 'C') and e.minutes between 61 and 600 and e.day between '"
        + quarter.first() + "' and '" + quarter.last() + "' and e.id not in (select reverses from hours.entry where reverses is not null) and e.volunteer_id in ("
        + "select volunteer_id from releases.person where adult) order by e.id limit 1)";
    long entry = db.sql("select id from " + line + " x").query(Long.class).single();
    JdbcClient owner = JdbcClient.create(TestDatabase.one());
    owner.sql("alter table hours.entry disable trigger user").update();
    owner.sql("update hours.entry set minutes = minutes + 60 where id = " + entry).update();
    assertThat(said("verify", file.toString())).contains("T4: VOL_HOUR SEX_T AGE_T").contains("T12: VOL_HOUR SEX_T").contains("values differ");
    owner.sql("update hours.entry set minutes = minutes - 60 where id = " + entry).update();
    owner.sql("alter table hours.entry enable trigger user").update();
    assertThat(said("verify", file.toString())).contains("equal: ");
  }

  @Test
  @Order(5)
  void aRevisionStandsBesideTheFirstSaysWhyAndUncoversNobody() {
    Made drafted = releases.draft(quarter, null);
    assertThat(drafted).isInstanceOf(Made.Drafted.class);
    Edition draft = ((Made.Drafted) drafted).edition();
    assertThat(releases.publish(draft, "short", null)).isEqualTo(new Made.Refused(Made.Why.NO_NOTE));
    assertThat(releases.publish(draft, "Late entries of September are in it.", null)).isInstanceOf(Made.Published.class);
    Edition second = releases.current(quarter).orElseThrow();
    assertThat(second.number()).isEqualTo(2);
    assertThat(releases.find(quarter, 1).orElseThrow().hash()).isEqualTo(first.hash());
    assertThat(editions.beside(second.id()).hidden()).containsAll(editions.beside(first.id()).hidden());
    Attack.overTwoEditions(reckoning.count(quarter, Ledger.upTo(first.ledgerSize())), new HashSet<>(editions.beside(first.id()).hidden()),
        reckoning.count(quarter, Ledger.upTo(second.ledgerSize())), new HashSet<>(editions.beside(second.id()).hidden()),
        structure.plan(quarter, reckoning.count(quarter, Ledger.upTo(second.ledgerSize())).keySet(), false));
    assertThat(verb("verify", write("second.zip", second).toString())).isZero();
    assertThat(verb("verify", kept.resolve("first.zip").toString())).isZero();
  }

  @Test
  @Order(6)
  void aChangeByFewPeopleIsNotRevised() {
    addHours(2);
    place();
    assertThat(releases.draft(quarter, null)).isEqualTo(new Made.Refused(Made.Why.GIVES_AWAY));
  }

  @Test
  @Order(7)
  void whoLeavesIsForgottenAndTheReleaseIsStillComparedAsFarAsItCanBe() {
    long person = db.sql("select volunteer_id from releases.person where release = :q and adult and band is not null order by volunteer_id limit 1").param("q", quarter.name())
        .query(Long.class).single();
    new TransactionTemplate(transactions).executeWithoutResult(status -> rooms.publishEvent(new AccountClosed(new AccountId(person))));
    await().atMost(Duration.ofSeconds(30)).until(() -> db.sql("select count(*) from releases.person where volunteer_id = :p and erased").param("p", person).query(Long.class).single() == 1);
    assertThat(db.sql("select sum(num_nonnulls(sex, band, education, status, residence, first_day)) from releases.person where volunteer_id = :p").param("p", person)
        .query(Long.class).single()).isZero();
    assertThat(said("verify", kept.resolve("first.zip").toString())).contains("1 of the counted people have left").contains("equal: ");
  }

  @Test
  @Order(8)
  void whatWasPublishedIsNeverChangedOnlyWithdrawnWithAReason() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.sql("update releases.edition set note = 'other' where number = 1").update()).hasMessageContaining("never changed");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.sql("delete from releases.edition where number = 1").update()).hasMessageContaining("never changed");
    AccountId administrator = new AccountId(db.sql("select min(id) from accounts.account").query(Long.class).single());
    assertThat(releases.withdraw(first, "short", administrator)).isFalse();
    assertThat(releases.withdraw(first, "A wage was wrong in T11.", administrator)).isTrue();
    assertThat(releases.find(quarter, 1).orElseThrow().state()).isEqualTo(Edition.State.WITHDRAWN);
    assertThat(releases.archive(first)).isPresent();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.sql("update releases.edition set state = 'published', withdrawn_at = null, withdrawn_why = null where number = 1").update())
        .hasMessageContaining("never changed");
  }

  @Test
  @Order(2)
  void thePackageIsTheSameByteForByteWheneverItIsMade() throws Exception {
    byte[] once = packages.make(first, "", releases.tables(first), editions.beside(first.id()), "");
    Thread.sleep(2_100);
    assertThat(packages.make(first, "", releases.tables(first), editions.beside(first.id()), "")).isEqualTo(once).isEqualTo(releases.archive(first).orElseThrow());
    SequencedMap<String, byte[]> files = Archive.read(once);
    assertThat(files.keySet()).contains("datapackage.json", "README.ar.md", "csv/T1.csv", "csv/T14.csv", "parquet/T1.parquet", "csv/codes.csv", "csv/excluded.csv");
  }

  private void same(Map<String, Cell> cells, String key, Totals totals) {
    Cell cell = cell(cells, key);
    assertThat(new Totals(cell.persons(), cell.givers(), cell.minutes(), cell.median())).as(key).isEqualTo(totals);
  }

  private static Cell cell(Map<String, Cell> cells, String key) {
    return cells.getOrDefault(key, Cell.empty(key));
  }

  private String value(String table, String indicator, String sex, String group) {
    return releases.tables(first).stream().filter(one -> one.code().equals(table)).flatMap(one -> one.rows().stream())
        .filter(row -> row.indicator().equals(indicator) && row.sex().equals(sex) && row.classif1().equals(group)).findFirst().orElseThrow().written();
  }

  private void place() {
    ledger.stream().filter(verb -> verb.name().equals("place")).findFirst().orElseThrow().run(List.of());
  }

  /** Late hours of so many people in the quarter, as the same deeds that wrote the others: whoever stands in a cell is in what came late to it, so that
   *  a cell changes by few only where few stand in it; and whose hour is counted already, so that no cell has a person more. */
  private void addHours(int people) {
    db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code)
        select claim_id, volunteer_id, day, 90, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code
        from (select e.*, dense_rank() over (order by e.volunteer_id desc) as number
          from hours.entry e join releases.person p on p.volunteer_id = e.volunteer_id and p.release = :release and p.adult
          where e.minutes >= 60 and e.grade in ('A', 'B', 'C') and e.day between :first and :last
            and not exists (select from hours.entry r where r.reverses = e.id)) x
        where number <= :people
        order by id""")
        .param("release", quarter.name()).param("first", quarter.first()).param("last", quarter.last()).param("people", people).update();
  }

  private Path write(String name, Edition edition) {
    try {
      return Files.write(kept.resolve(name), releases.archive(edition).orElseThrow());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int verb(String name, String... words) {
    return verbs.stream().filter(verb -> verb.name().equals(name)).findFirst().orElseThrow().run(List.of(words));
  }

  private String said(String name, String... words) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      verb(name, words);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
