package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.StatisticsVerb;
import dz.linatatawwa.hours.LedgerVerb;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearReleaseTests {

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired Figures figures;
  @Autowired Releases releases;
  @Autowired Reckoning reckoning;
  @Autowired Structure structure;
  @Autowired CellTable cells;
  @Autowired Together together;
  @Autowired EditionTable editions;
  @Autowired List<LedgerVerb> ledger;
  @Autowired List<StatisticsVerb> verbs;
  @Autowired Clock clock;
  @TempDir static Path kept;
  private Year year;
  private Quarter last;

  @BeforeAll
  void country() throws SQLException {
    SmallCountry.fill(rooms, 11);
    ledger.stream().filter(verb -> verb.name().equals("place")).findFirst().orElseThrow().run(List.of());
    year = new Year(LocalDate.ofInstant(clock.instant(), Words.ZONE).getYear() - 1);
    last = year.quarters().getLast();
  }

  @Test
  @Order(1)
  void aYearIsNamedByItsFourDigits() {
    assertThat(Term.of("2026")).contains(new Year(2026));
    assertThat(Term.of("2026q3")).contains(new Quarter(2026, 3));
    for (String no : List.of("", "26", "1999", "2100", "2026Q", "2026Q5", "20266")) assertThat(Term.of(no)).as(no).isEmpty();
    assertThat(year.months()).hasSize(12);
    assertThat(year.overlaps(last)).isTrue();
    assertThat(year.overlaps(year)).isFalse();
    assertThat(last.overlaps(last.before())).isFalse();
    assertThat(releases.draft(new Year(year.year() + 1), null)).isEqualTo(new Made.Refused(Made.Why.NOT_OVER));
    assertThat(verb("release", "20266")).isEqualTo(2);
  }

  @Test
  @Order(2)
  void aYearDraftedBeforeItsQuarterWasPublishedIsMadeAgain() {
    Edition draft = drafted(year);
    assertThat(verb("release", last.name())).isZero();
    assertThat(releases.publish(draft, "", null)).isEqualTo(new Made.Refused(Made.Why.OVERTAKEN));
    assertThat(verb("release", year.name())).isZero();
    Edition edition = releases.current(year).orElseThrow();
    assertThat(edition.path()).isEqualTo("/data/" + year.name() + "/1");
    assertThat(editions.beside(edition.id()).madeBeside()).containsExactly(last.name() + ".1");
  }

  @Test
  @Order(3)
  void everyNumberOfTheYearIsTheAnswerToTheSameQuestion() {
    Edition edition = releases.current(year).orElseThrow();
    Map<String, Cell> counted = reckoning.count(year, Ledger.upTo(edition.ledgerSize()));
    var answer = figures.answer(Question.nation(year.period()), Set.of(Breakdown.MONTH, Breakdown.SEX));
    assertThat(counted.getOrDefault("", Cell.empty("")).minutes()).isEqualTo(answer.total().minutes()).isPositive();
    answer.by(Breakdown.MONTH).forEach(month -> assertThat(counted.get("month=" + month.key()).persons()).isEqualTo(month.totals().persons()));
    assertThat(releases.tables(edition).stream().flatMap(table -> table.rows().stream()).map(Observation::time)).contains(year.name()).doesNotContain(year.name() + "-Q4");
  }

  @Test
  @Order(3)
  void whatAQuarterSharesWithItsYearAddsUpInEveryCell() {
    Edition edition = releases.current(year).orElseThrow();
    Together.Joint joint = joint(edition);
    for (Relation relation : joint.plan().relations()) {
      if (!relation.hours()) continue;
      long parts = relation.parts().stream().mapToLong(part -> cell(joint, part).minutes()).sum();
      assertThat(parts).as(relation.toString()).isEqualTo(cell(joint, relation.total()).minutes());
    }
    assertThat(joint.plan().relations().stream().flatMap(Relation::keys).filter(key -> key.startsWith(last.name()))).isNotEmpty();
  }

  @Test
  @Order(3)
  void nobodyIsFoundBySubtractingTheQuarterFromTheYear() {
    Edition edition = releases.current(year).orElseThrow();
    Together.Joint joint = joint(edition);
    Set<String> hidden = new HashSet<>(editions.beside(edition.id()).hidden());
    Set<String> ofQuarter = new HashSet<>(editions.beside(releases.current(last).orElseThrow().id()).hidden());
    Attack.on(joint.cells(), joint.plan(), hidden).forEach((key, span) -> assertThat(span.width()).as(key).isGreaterThanOrEqualTo(5));
    joint.plan().rests().forEach(rest -> {
      String key = rest.substring(Together.REST.length());
      if (!cell(joint, rest).isSmall() || !joint.plan().published().contains(key) || ofQuarter.contains(key)) return;
      assertThat(hidden).as("what one to four people gave in the other months").contains(key);
    });
  }

  @Test
  @Order(4)
  void aYearIsRecomputedFromItsPackage() throws Exception {
    Path file = Files.write(kept.resolve("year.zip"), releases.archive(releases.current(year).orElseThrow()).orElseThrow());
    assertThat(verb("verify", file.toString())).isZero();
    assertThat(verb("release", last.before().name())).as("a quarter of a year that is out").isIn(0, 1);
    assertThat(verb("verify", file.toString())).as("also when another quarter has come").isZero();
  }

  @Test
  @Order(5)
  void aQuarterIsMadeBesideItsYear() {
    Edition third = drafted(new Quarter(year.year(), 1));
    assertThat(editions.beside(third.id()).madeBeside()).startsWith(year.name() + ".1").contains(last.name() + ".1");
  }

  private Edition drafted(Term term) {
    if (releases.draft(term, null) instanceof Made.Drafted(Edition draft)) return draft;
    throw new AssertionError("no draft of " + term.name());
  }

  private Together.Joint joint(Edition edition) {
    Map<String, Cell> counted = cells.count(year, Ledger.upTo(edition.ledgerSize()));
    return together.join(year, edition.ledgerSize(), counted, structure.plan(year, counted.keySet(), false), List.of(releases.current(last).orElseThrow()));
  }

  private static Cell cell(Together.Joint joint, String key) {
    return joint.cells().getOrDefault(key, Cell.empty(key));
  }

  private int verb(String name, String... words) {
    return verbs.stream().filter(verb -> verb.name().equals(name)).findFirst().orElseThrow().run(List.of(words));
  }
}
