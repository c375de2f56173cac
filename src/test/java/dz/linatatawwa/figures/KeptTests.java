package dz.linatatawwa.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.database.Reading;
import dz.linatatawwa.eligibility.Ramadans;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class KeptTests {

  private static final Set<Breakdown> ALL = EnumSet.allOf(Breakdown.class);
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

  @Autowired LedgerReading reading;
  @Autowired Ramadans ramadans;
  @Autowired Keeping keeping;
  @Autowired JdbcClient db;
  private Kept kept;
  private Figures figures;

  /** Where every answer is kept, however little there was to count. */
  @BeforeEach
  void keepAll() {
    kept = new Kept(db, TestClock.one(), 0);
    figures = new Figures(reading, ramadans, new RecentAnswers(-1, TestClock.one()), kept, TestClock.one());
  }

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void whatIsKeptIsCountedWhereItIsWrittenThoughThePageMayBeReadFromAFollower() {
    RandomLedger ledger = new RandomLedger(db, 22);
    ledger.lines(60);
    keeping.fold();
    Question question = Question.nation(Period.everTo(TODAY));
    Reading.mayLag(Instant.EPOCH);
    try {
      assertThat(figures.answer(question, ALL).total()).isEqualTo(new Reckoning(db).total(question));
      assertThat(kept.find(question, ALL)).isPresent();
      assertThat(Reading.since()).as("what comes after may lag again").isEqualTo(Instant.EPOCH);
    } finally {
      Reading.strictly();
    }
  }

  @Test
  void whatTheNationIsAskedFirstIsKeptAndNeverMoreThanAMinuteBehind() {
    RandomLedger ledger = new RandomLedger(db, 21);
    ledger.lines(60);
    keeping.fold();
    Question question = Question.nation(Period.everTo(TODAY));
    Answer counted = figures.answer(question, ALL);
    assertThat(counted.total()).isEqualTo(new Reckoning(db).total(question));

    Answer again = figures.answer(question, Set.of(Breakdown.SEX));
    assertThat(again.total()).isEqualTo(counted.total());
    assertThat(again.parts()).isEqualTo(Map.of(Breakdown.SEX, counted.by(Breakdown.SEX)));
    TestClock.one().goAhead(Duration.ofHours(3));
    assertThat(figures.answer(question, ALL).asOf()).as("nothing was written: it holds now").isAfter(counted.asOf().plus(Duration.ofHours(2)));

    ledger.lines(20);
    ledger.changePerson();
    Answer written = figures.answer(question, ALL);
    assertThat(written.total()).isEqualTo(new Reckoning(db).total(question));
    ledger.lines(20);
    Answer behind = figures.answer(question, ALL);
    assertThat(behind.total()).isEqualTo(written.total());
    assertThat(behind.asOf()).as("it says how old it is").isCloseTo(written.asOf(), within(1, ChronoUnit.MILLIS));
    TestClock.one().goAhead(Duration.ofSeconds(30));
    figures.keep(TODAY);
    assertThat(figures.answer(question, ALL).total()).as("brought on before it is too old").isEqualTo(new Reckoning(db).total(question));
    ledger.lines(5);
    TestClock.one().goAhead(Duration.ofSeconds(55));
    assertThat(figures.answer(question, ALL).total()).as("too old to be used").isEqualTo(new Reckoning(db).total(question));
    TestClock.one().goAhead(Duration.ofDays(41));
    kept.sweep();
    assertThat(db.sql("select count(*) from figures.kept").query(Long.class).single()).isZero();
  }

  @Test
  void whatIsWrittenElsewhereLeavesAKeptAnswerAsItIs() {
    RandomLedger ledger = new RandomLedger(db, 22);
    ledger.lines(80);
    keeping.fold();
    Question past = Question.nation(Period.month(YearMonth.of(2024, 3)));
    String before = kept.stamp(past);
    db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade)
        select claim_id, volunteer_id, '2026-05-05', 77, 'A' from hours.entry limit 1""").update();
    assertThat(kept.stamp(past)).isEqualTo(before);
    keeping.fold();
    assertThat(kept.stamp(past)).isEqualTo(before);
    db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade)
        select claim_id, volunteer_id, '2024-03-31', 77, 'A' from hours.entry limit 1""").update();
    String fresh = kept.stamp(past);
    assertThat(fresh).isNotEqualTo(before);
    keeping.fold();
    assertThat(kept.stamp(past)).isNotIn(fresh, before);
    String folded = kept.stamp(past);
    ledger.changePerson();
    assertThat(kept.stamp(past)).isNotEqualTo(folded);
  }

  @Test
  void anAnswerThatWasLongInCountingIsRememberedForLessThanAMinute() {
    RecentAnswers remembered = new RecentAnswers(10, TestClock.one());
    Question question = Question.nation(Period.year(2026));
    Answer one = new Answer(question, TestClock.one().instant(), new Totals(1, 1, 60, 60), Map.of());
    Answer other = new Answer(question, TestClock.one().instant(), new Totals(2, 2, 120, 60), Map.of());
    assertThat(remembered.answer(question, ALL, () -> new RecentAnswers.Counted<>(one, 9))).isSameAs(one);
    assertThat(remembered.answer(question, ALL, () -> new RecentAnswers.Counted<>(other, 10))).as("few lines are counted again").isSameAs(other);
    assertThat(remembered.answer(question, ALL, () -> new RecentAnswers.Counted<>(one, 10))).isSameAs(other);
    assertThat(remembered.answer(question, Set.of(), () -> new RecentAnswers.Counted<>(one, 9))).as("other breakdowns are another answer").isSameAs(one);
    remembered.forget();
    assertThat(remembered.answer(question, ALL, () -> new RecentAnswers.Counted<>(one, 10))).isSameAs(one);
    TestClock.one().goAhead(Duration.ofSeconds(51));
    assertThat(remembered.answer(question, ALL, () -> new RecentAnswers.Counted<>(other, 10))).isSameAs(other);
  }

  @Test
  void theMedianIsTheLowerOfTwoHoweverLargeTheSums() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      int[] sums = random.ints(1 + random.nextInt(40), 1, round % 2 == 0 ? 500 : 9000).toArray();
      Counts one = new Counts();
      Counts other = new Counts();
      for (int sum : sums) (random.nextBoolean() ? one : other).add(sum, 1);
      one.add(other);
      int[] persons = Arrays.stream(sums).filter(sum -> sum >= 60).sorted().toArray();
      assertThat(one.totals()).isEqualTo(new Totals(persons.length, sums.length, Arrays.stream(sums).sum(), persons.length == 0 ? 0 : persons[(persons.length - 1) / 2]));
    }
  }

  @Test
  void beforeAPeriodStandsOneOfItsKind() {
    assertThat(figures.before(Period.month(YearMonth.of(2026, 1)))).contains(Period.month(YearMonth.of(2025, 12)));
    assertThat(figures.before(Period.quarter(2026, 1))).contains(Period.quarter(2025, 4));
    assertThat(figures.before(Period.year(2026))).contains(Period.year(2025));
    assertThat(figures.before(Period.twelveMonthsTo(LocalDate.of(2026, 12, 5)))).contains(Period.twelveMonthsTo(LocalDate.of(2025, 12, 5)));
    assertThat(figures.before(Period.days(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 20)))).contains(Period.days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10)));
    assertThat(figures.before(Period.everTo(TODAY))).isEmpty();
    assertThat(figures.before(Period.year(2000))).isEmpty();
    Optional<Period> ramadan = figures.before(new Period(Period.Kind.RAMADAN, LocalDate.of(2026, 2, 18), LocalDate.of(2026, 3, 19)));
    assertThat(ramadan).hasValueSatisfying(before -> {
      assertThat(before.kind()).isEqualTo(Period.Kind.RAMADAN);
      assertThat(before.from()).isBetween(LocalDate.of(2025, 2, 26), LocalDate.of(2025, 3, 4));
    });
  }
}
