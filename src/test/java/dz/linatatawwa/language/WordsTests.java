package dz.linatatawwa.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTests {

  private static final Dictionary DICTIONARY = new Dictionary();
  private final Words arabic = DICTIONARY.in(Language.AR);
  private final Words french = DICTIONARY.in(Language.FR);
  private final Words english = DICTIONARY.in(Language.EN);

  @ParameterizedTest
  @CsvSource({"0, 0 ساعة", "1, ساعة واحدة", "2, ساعتان", "3, 3 ساعات", "10, 10 ساعات", "11, 11 ساعة", "99, 99 ساعة", "100, 100 ساعة", "103, 103 ساعات", "1000, 1.000 ساعة"})
  void arabicHasSixForms(long hours, String words) {
    assertThat(arabic.text("language.hoursInWords", hours)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 د, 0 min", "45, 45 د, 45 min", "180, 3 سا, 3 h", "210, 3 سا 30 د, 3 h 30 min", "-65, −1 سا 5 د, −1 h 5 min", "90000, 1.500 سا, 1 500 h"})
  void minutesAreShownAsHours(long minutes, String ar, String fr) {
    assertThat(arabic.hours(minutes)).isEqualTo(ar);
    assertThat(french.hours(minutes).replace('\u202f', ' ').replace('\u00a0', ' ')).isEqualTo(fr);
  }

  @Test
  void hoursInWordsJoinBothParts() {
    assertThat(arabic.hoursInWords(210)).isEqualTo("3 ساعات و30 دقيقة");
    assertThat(french.hoursInWords(61)).isEqualTo("1 heure et 1 minute");
    assertThat(english.hoursInWords(45)).isEqualTo("45 minutes");
  }

  @Test
  void timesAreIsolatedInsideArabic() {
    assertThat(arabic.times(LocalTime.of(8, 30), LocalTime.of(12, 30))).isEqualTo("من\u00a0\u206808:30\u2069\u00a0إلى\u00a0\u206812:30\u2069");
    assertThat(plain(arabic.times(Instant.parse("2026-12-05T21:00:00Z"), Instant.parse("2026-12-06T01:00:00Z")))).isEqualTo("من 22:00 إلى 02:00 من يوم 6 ديسمبر 2026");
    assertThat(plain(english.times(LocalTime.of(8, 30), LocalTime.of(12, 30)))).isEqualTo("08:30 to 12:30");
  }

  @ParameterizedTest
  @CsvSource({"0, الآن", "60, منذ دقيقة", "7200, منذ ساعتين", "18000, منذ 5 ساعات", "86400, أمس", "172800, منذ يومين", "864000, منذ 10 أيام", "-7200, بعد ساعتين", "-86400, غدًا", "8640000, 27 أوت 2026"})
  void tellsHowLongAgo(long seconds, String words) {
    Instant now = Instant.parse("2026-12-05T10:00:00Z");
    assertThat(arabic.relative(now.minusSeconds(seconds), now)).isEqualTo(words);
  }

  @Test
  void datesUseTheMonthsOfAlgeria() {
    assertThat(arabic.longDate(LocalDate.of(2026, 12, 5))).isEqualTo("السبت، 5 ديسمبر 2026");
    assertThat(arabic.dates(LocalDate.of(2027, 1, 2), LocalDate.of(2027, 8, 3))).isEqualTo("من 2 جانفي 2027 إلى 3 أوت 2027");
    assertThat(french.month(LocalDate.of(2027, 2, 1))).isEqualTo("février 2027");
    assertThat(arabic.weekday(LocalDate.of(2026, 12, 4))).isEqualTo("الجمعة");
  }

  @Test
  void numbersAreGroupedInTheirLanguage() {
    assertThat(arabic.number(1234567)).isEqualTo("1.234.567");
    assertThat(english.number(-1234)).isEqualTo("-1,234");
    assertThat(arabic.number(999)).isEqualTo("999");
    assertThat(arabic.decimal(1.50, 2)).isEqualTo("1,5");
    assertThat(english.decimal(-12345.678, 1)).isEqualTo("-12,345.7");
    assertThat(arabic.percent(0.873)).isEqualTo("87%");
    assertThat(french.percent(1)).isEqualTo("100\u00a0%");
  }

  @Test
  void patternsAreReadAsIcuReadsThem() {
    Words words = new Words(Language.FR, Map.of(
        "a", "l''heure de {0}", "b", "{0, plural, =0 {rien} one {# page de {1}} other {# pages de {1}}} !", "c", "{0, select, female {elle} other {lui}}", "d", "'{'{0}'}'",
        "e", "{0, number, percent}"));
    assertThat(words.text("a", "Amina")).isEqualTo("l'heure de \u2068Amina\u2069");
    assertThat(words.text("b", 0, "x")).isEqualTo("rien !");
    assertThat(plain(words.text("b", 2, "Karim"))).isEqualTo("2 pages de Karim !");
    assertThat(words.text("c", "female")).isEqualTo("elle");
    assertThat(words.text("d", 7)).isEqualTo("{7}");
    assertThat(words.text("e", 0.5)).startsWith("50");
    assertThatIllegalArgumentException().isThrownBy(() -> words.text("none"));
  }

  /** Whole numbers and plurals are put together without ICU's own formats; both must say the same. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void wholeNumbersAreWrittenAsIcuWritesThem(Language language) {
    String pattern = "{1, number, integer} / {0, plural, zero {z} one {o #} two {t} few {f #} many {m #} other {x {1,number,integer}}}";
    Words words = new Words(language, Map.of("a", pattern));
    MessageFormat icu = new MessageFormat(pattern, language.locale());
    for (Number number : List.of(0, 1, 2, 3, 10, 11, 99, 100, 103, 255, 256, 999, 1000L, 12_345, 1_234_567L, 1.5, 2.5, 0.5)) {
      assertThat(words.text("a", 7, number)).as(language + " " + number).isEqualTo(icu.format(new Object[] {7, number}));
      assertThat(words.text("a", number, 7)).as(language + " " + number).isEqualTo(icu.format(new Object[] {number, 7}));
    }
    assertThat(words.text("a", 7, -12_345)).as("as the house writes them").startsWith(words.number(-12_345) + " / ");
    assertThatIllegalArgumentException().isThrownBy(() -> words.text("a", 1, "two"));
  }

  private static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069\u200e\u200f]", "").replace('\u00a0', ' ');
  }

  @Test
  void addressesStandIsolatedInArabicElseTheirSlashesTurnAround() throws IOException {
    List<String> bare = new ArrayList<>();
    try (Stream<Path> bundles = Files.list(Path.of("src", "main", "resources", "messages"))) {
      for (Path bundle : bundles.filter(file -> file.getFileName().toString().endsWith("_ar.properties")).toList())
        for (String line : Files.readAllLines(bundle)) if (line.replaceAll("\u2066[^\u2069]*\u2069", "").contains("://")) bare.add(bundle.getFileName() + ": " + line);
    }
    assertThat(bare).isEmpty();
  }
}
