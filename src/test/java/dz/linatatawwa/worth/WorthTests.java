package dz.linatatawwa.worth;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.figures.Answer.Part;
import dz.linatatawwa.worth.Valuation.Method;
import dz.linatatawwa.worth.Valuation.Minimum;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.WorldTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class WorthTests {

  @Autowired Worth worth;
  @Autowired Rates rates;
  @Autowired JdbcClient db;

  @BeforeEach
  void nothingLoaded() {
    for (String table : List.of("wage", "population", "gdp")) db.sql("delete from worth." + table).update();
  }

  private static Answer answer(Period period, Map<String, Long> byMonth, Map<String, Long> byActivity) {
    long minutes = byMonth.values().stream().mapToLong(Long::longValue).sum();
    return new Answer(Question.nation(period), Instant.EPOCH, new Totals(1, 1, minutes, minutes), Map.of(Breakdown.MONTH, parts(byMonth), Breakdown.ACTIVITY, parts(byActivity)));
  }

  private static List<Part> parts(Map<String, Long> minutes) {
    return minutes.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> new Part(entry.getKey(), new Totals(1, 1, entry.getValue(), 0))).toList();
  }

  @Test
  void theLowerBoundTakesTheMinimumWageOfTheMonthOfTheHours() {
    Valuation found = worth.of(answer(Period.twelveMonthsTo(LocalDate.of(2026, 11, 30)), Map.of("2025-12", 60L, "2026-01", 60L), Map.of("", 120L)));
    assertThat(found.lowerBound()).isEqualByComparingTo("253.85");
    assertThat(found.minimum()).extracting(Minimum::from).containsExactly(LocalDate.of(2020, 6, 1), LocalDate.of(2026, 1, 1));
    assertThat(found.minimum()).extracting(Minimum::text).allMatch(text -> text.contains("Décret"));
    assertThat(found.replacement()).isEmpty();
    assertThat(found.share()).isEmpty();
  }

  @Test
  void centimesAreRoundedOnceAtTheEnd() {
    Valuation found = worth.of(answer(Period.year(2026), Map.of("2026-01", 1L, "2026-02", 1L, "2026-03", 1L), Map.of("", 3L)));
    assertThat(found.lowerBound()).as("3 × 138.46 / 60 = 6.923").isEqualByComparingTo("6.92");
  }

  @Test
  void replacementTakesTheLongestKnownBeginningOfTheGroupAndSaysHowMuchHadAWage() {
    String isco = db.sql("select isco_08 from taxonomy.activity where code = 'ENV-01'").query(String.class).single();
    wage(isco.substring(0, 1), 2025, "200");
    wage(isco.substring(0, 3), 2025, "300");
    wage("0", 2027, "9999");
    Valuation found = worth.of(answer(Period.year(2026), Map.of("2026-05", 180L), Map.of("ENV-01", 120L, "", 60L)));
    assertThat(found.replacement()).hasValueSatisfying(replacement -> {
      assertThat(replacement.dinars()).as("two hours at 300 and one at the minimum wage").isEqualByComparingTo("738.46");
      assertThat(replacement.withWage()).isEqualTo(120);
      assertThat(replacement.year()).isEqualTo(2025);
      assertThat(replacement.sources()).containsExactly("Enquête fictive");
    });
  }

  private void wage(String isco, int year, String dinars) {
    db.sql("insert into worth.wage (isco_08, year, dzd_hour, source) values (:isco, :year, :dinars, 'Enquête fictive')").param("isco", isco).param("year", year)
        .param("dinars", new BigDecimal(dinars)).update();
  }

  @Test
  void fullTimeEquivalentsAndTheShareOfTheProduct() {
    db.sql("insert into worth.gdp values (2026, 36000, 'Comptes fictifs')").update();
    long minutes = 17_333L * 60 / 100 * 12;
    Valuation year = worth.of(answer(Period.year(2026), Map.of("2026-03", minutes), Map.of("", minutes)));
    assertThat(year.months()).isEqualByComparingTo("12");
    assertThat(year.fullTime()).as("2,080 hours a year").isEqualByComparingTo("1.00");
    Valuation month = worth.of(answer(Period.month(YearMonth.of(2026, 3)), Map.of("2026-03", 6_000L), Map.of("", 6_000L)));
    assertThat(month.share()).hasValueSatisfying(share -> {
      assertThat(share.ofOne()).as("13,846 of three thousand million dinars a month").isEqualByComparingTo("0.000005");
      assertThat(share.method()).isEqualTo(Method.LOWER_BOUND);
      assertThat(share.source()).isEqualTo("Comptes fictifs");
    });
    assertThat(worth.of(answer(Period.twelveMonthsTo(LocalDate.of(2026, 6, 30)), Map.of("2026-03", 60L), Map.of("", 60L))).share()).as("two years").isEmpty();
  }

  @Test
  void monthsOfAPeriodAreCountedWithTheirParts() {
    assertThat(Worth.months(Period.quarter(2026, 2), List.of())).isEqualByComparingTo("3");
    assertThat(Worth.months(Period.days(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 15)), List.of())).isBetween(new BigDecimal("1.48"), new BigDecimal("1.49"));
    assertThat(Worth.months(Period.everTo(LocalDate.of(2026, 6, 30)), parts(Map.of("2026-02", 1L)))).isEqualByComparingTo("5");
    assertThat(Worth.months(Period.everTo(LocalDate.of(2026, 6, 30)), List.of())).isEqualByComparingTo("0");
  }

  @Test
  void withoutItsBreakdownsNothingIsValuedAndAMinimumWageBeginsWithAMonth() {
    Answer bare = new Answer(Question.nation(Period.year(2026)), Instant.EPOCH, Totals.NONE, Map.of());
    assertThatThrownBy(() -> worth.of(bare)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> db.sql("insert into worth.minimum_wage values ('2027-03-15', 150, 'fictif')").update()).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void registeredForEachThousandPeopleIsOfTheLatestCountNotAfterTheYear() {
    assertThat(rates.of(50, null, null, 2026)).isEmpty();
    db.sql("insert into worth.population values (2024, null, null, 40000, 'Recensement fictif'), (2027, null, null, 1, 'Recensement fictif'), (2024, '19', 'F', 3000, 'Recensement fictif')").update();
    assertThat(rates.of(50, null, null, 2026)).hasValueSatisfying(rate -> {
      assertThat(rate.thousand()).isEqualByComparingTo("1.25");
      assertThat(rate.year()).isEqualTo(2024);
    });
    assertThat(rates.of(1, new WilayaCode("19"), Sex.FEMALE, 2026)).hasValueSatisfying(rate -> assertThat(rate.thousand()).isEqualByComparingTo("0.33"));
    assertThat(rates.of(1, new WilayaCode("16"), null, 2026)).isEmpty();
  }
}
