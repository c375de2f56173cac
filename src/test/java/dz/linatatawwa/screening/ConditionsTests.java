package dz.linatatawwa.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTests {

  private static final Instant NOW = at("2026-12-01T10:00");
  private static final Conditions NONE = new Conditions(false, null, null, List.of(), false, 0, 0, "", false);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Words.ZONE).toInstant();
  }

  private static Offer offer(String text, int minAge, boolean first, Offer.Span... spans) {
    return new Offer(new OpportunityId(1), "فرصة", new OrganizationId(1), new LocalName("جمعية", null, null), new WilayaCode("19"), Folding.fold(text), minAge, false, "ENV",
        first, NOW.minus(Duration.ofDays(40)), List.of(spans), 30);
  }

  private static Conditions hours(String from, String to) {
    return new Conditions(false, LocalTime.parse(from), LocalTime.parse(to), List.of(), false, 0, 0, "", false);
  }

  @ParameterizedTest
  @CsvSource({
      "20:00, 06:00, 2026-12-05T21:00, 2026-12-05T23:00, true",
      "20:00, 06:00, 2026-12-05T05:00, 2026-12-05T09:00, true",
      "20:00, 06:00, 2026-12-05T06:00, 2026-12-05T20:00, false",
      "20:00, 06:00, 2026-12-05T18:00, 2026-12-05T20:01, true",
      "20:00, 06:00, 2026-12-05T23:30, 2026-12-06T07:30, true",
      "12:00, 14:00, 2026-12-05T08:00, 2026-12-05T12:00, false",
      "12:00, 14:00, 2026-12-05T08:00, 2026-12-05T18:00, true",
      "12:00, 14:00, 2026-12-05T20:00, 2026-12-06T12:30, true"})
  void aShiftTouchesTheHoursOfItsDaysAlsoOverMidnight(String from, String to, String begins, String ends, boolean touches) {
    Offer offer = offer("", 16, false, new Offer.Span(at(begins), at(ends)));
    assertThat(hours(from, to).find(offer, 19, NOW).isPresent()).isEqualTo(touches);
  }

  @Test
  void wordsAreFoundInWhateverLettersTheyAreWritten() {
    Conditions words = new Conditions(false, null, null, List.of("رسوم التسجيل", "CCP"), false, 0, 0, "", false);
    assertThat(words.find(offer("تُدفع رُسومُ التّسجيل عند الباب", 19, false), 19, NOW)).contains("رسوم التسجيل");
    assertThat(words.find(offer("Virement par ccp 12345", 19, false), 19, NOW)).contains("CCP");
    assertThat(words.find(offer("نغرس الأشجار", 19, false), 19, NOW)).isEmpty();
  }

  @Test
  void everyConditionThatIsSetMustHold() {
    Conditions both = new Conditions(true, LocalTime.of(20, 0), LocalTime.of(6, 0), List.of(), false, 0, 0, "", false);
    Offer.Span night = new Offer.Span(at("2026-12-05T21:00"), at("2026-12-05T23:00"));
    assertThat(both.find(offer("", 16, false, night), 19, NOW)).isPresent();
    assertThat(both.find(offer("", 19, false, night), 19, NOW)).as("adults only").isEmpty();
    assertThat(both.find(offer("", 16, false), 19, NOW)).as("no shift").isEmpty();
    assertThat(new Conditions(false, null, null, List.of(), true, 0, 0, "", false).find(offer("", 19, true), 19, NOW)).isPresent();
    assertThat(new Conditions(false, null, null, List.of(), false, 30, 0, "", false).find(offer("", 19, true), 19, NOW)).as("verified 40 days ago").isEmpty();
    assertThat(new Conditions(false, null, null, List.of(), false, 60, 30, "ENV", false).find(offer("", 19, true), 19, NOW)).isPresent();
    assertThat(new Conditions(false, null, null, List.of(), false, 0, 31, "", false).find(offer("", 19, true), 19, NOW)).isEmpty();
    assertThat(NONE.none()).isTrue();
  }
}
