package dz.linatatawwa.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.places.CommuneCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DeclarationRulesTests {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Work.Witness KARIM = new Work.Witness("كريم", "karim@example.dz");

  private final DeclarationRules rules = new DeclarationRules(31, 120);

  @Test
  void aDayWithAWitnessMayBeDeclared() {
    assertThat(fault(work("2026-11-01", "2026-11-01", "08:00", "12:00", "", KARIM))).isEmpty();
  }

  @Test
  void neitherTheFutureNorTheTimeBeforeBirth() {
    assertThat(fault(work("2026-11-22", "2026-11-22", "08:00", "14:00", "", KARIM))).isEqualTo("declarations.problem.future");
    assertThat(fault(work("2004-06-01", "2004-06-01", "08:00", "14:00", "", KARIM))).isEqualTo("declarations.problem.beforeBirth");
  }

  @Test
  void moreThanTwelveHoursADayAskForAReason() {
    assertThat(fault(work("2026-11-01", "2026-11-01", "06:00", "19:00", "", KARIM))).isEqualTo("declarations.problem.overTwelve");
    assertThat(fault(work("2026-11-01", "2026-11-01", "06:00", "19:00", "فيضان", KARIM))).isEmpty();
  }

  @Test
  void daysAndMonthsHaveCaps() {
    assertThat(fault(work("2026-10-01", "2026-11-01", "08:00", "09:00", "", KARIM))).isEqualTo("declarations.problem.tooManyDays");
    assertThat(fault(work("2026-10-02", "2026-11-01", "08:00", "12:00", "", KARIM))).isEqualTo("declarations.problem.month");
    assertThat(fault(work("2026-11-02", "2026-11-01", "08:00", "12:00", "", KARIM))).isEqualTo("declarations.problem.order");
  }

  @Test
  void aWitnessOrADocumentAndNobodyForThemselves() {
    Work alone = work("2026-11-01", "2026-11-01", "08:00", "12:00", "", null);
    assertThat(fault(alone)).isEqualTo("declarations.problem.proof");
    assertThat(rules.fault(alone, 2004, 0, false, true, NOW)).isEmpty();
    assertThat(rules.fault(work("2026-11-01", "2026-11-01", "08:00", "12:00", "", KARIM), 2004, 0, true, false, NOW)).isPresent();
  }

  @Test
  void aNightEndsOnTheNextDay() {
    Work night = work("2026-11-01", "2026-11-02", "22:00", "02:00", "", KARIM);
    assertThat(night.minutesADay()).isEqualTo(240);
    assertThat(night.spans()).hasSize(2).allSatisfy(span -> assertThat(span.minutes()).isEqualTo(240));
  }

  private String fault(Work work) {
    return rules.fault(work, 2004, 0, false, false, NOW).map(DeclarationRules.Fault::key).orElse("");
  }

  private static Work work(String first, String last, String from, String to, String reason, Work.Witness witness) {
    return new Work("direct", "قفة رمضان", "عائلات الحي", LocalDate.parse(first), LocalDate.parse(last), LocalTime.parse(from), LocalTime.parse(to),
        "ENV-01", new CommuneCode("1901"), null, reason, witness, true);
  }
}
