package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.FirstName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactWordsTests {

  @Test
  void findsEveryWayToBeReached() {
    for (String words : List.of("اتصلوا بي 0551 23 45 67", "٠٥٥١٢٣٤٥٦٧", "0 5 5 1 2 3 4 5 6 7", "رقمي: +213 (0) 770-11-22-33", "00213551234567", "05.51.23.45.67", "هاتف 036 51 22 33",
        "اكتبوا إلى amina@example.dz", "amina @ example . dz", "تابعوني @amina_dz", "https://example.dz/x", "www.example.dz", "wa.me/213551234567", "صفحتنا example.com", "t.me/something")) {
      assertThat(ContactWords.in(words)).as(words).isTrue();
    }
  }

  @Test
  void leavesHonestWordsAlone() {
    for (String words : List.of("نلتقي يوم 2026-12-05 على 08:30", "من 08:30 إلى 12:30 يوم 05/12/2026", "غرسنا 1000 شجرة في 2024 و1500 في 2025", "قارورة 5 لترات × 120", "سعرها 12.500 دج",
        "حي 1000 مسكن، عمارة 12، ط 3", "الطريق الوطني رقم 5", "Rue des 19 frères, 3e étage", "الساعة 14h30", "القانون 18-07 والمادة 25", "نسبة 33.5 %")) {
      assertThat(ContactWords.in(words)).as(words).isFalse();
    }
  }

  @Test
  void aFirstNameMayHaveTwoParts() {
    assertThat(FirstName.of("أمينة بلقاسم")).isEqualTo("أمينة");
    assertThat(FirstName.of("عبد الرحمن زيتوني")).isEqualTo("عبد الرحمن");
    assertThat(FirstName.of("سليم")).isEqualTo("سليم");
  }

  @Test
  void aPositionIsOneOfTheCountryAndNoFinerThanNeeded() {
    assertThat(IdeaPlaces.of("36.191123456", "5.4150871")).hasValueSatisfying(point -> assertThat(point.lat()).isEqualTo(36.1911));
    for (String[] wrong : new String[][] {{"48.85", "2.35"}, {"91", "5"}, {"NaN", "5"}, {"36", ""}, {"1e9", "5"}, {"36.19", "5; drop"}}) {
      assertThat(IdeaPlaces.of(wrong[0], wrong[1])).isEmpty();
    }
  }
}
