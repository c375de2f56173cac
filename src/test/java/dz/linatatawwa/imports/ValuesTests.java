package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.SafeCsv;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTests {

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "2026-12-05, 2026-12-05, -", "05/12/2026, 2026-12-05, -", "5.12.2026, 2026-12-05, -", "January 22 2011, 2011-01-22, -", "5 ديسمبر 2026, 2026-12-05, -", "٥ جانفي ٢٠٢٧, 2027-01-05, -",
    "1er août 2026, 2026-08-01, -", "السبت 5 ديسمبر 2026, 2026-12-05, -", "2026-12-05T08:30, 2026-12-05, 08:30", "05/12/2026 14h30, 2026-12-05, 14:30", "2025-11-21T18:00:00.000Z, 2025-11-21, 19:00",
    "2023-05-17T23:30:00Z, 2023-05-18, 00:30",
  })
  void readsDatesInManyShapes(String typed, String day, String time) {
    assertThat(Values.moment(typed)).hasValueSatisfying(moment -> {
      assertThat(moment.day()).hasToString(day);
      assertThat(String.valueOf(moment.time())).isEqualTo(String.valueOf(time));
    });
  }

  @ParameterizedTest
  @CsvSource({"31/02/2026", "غدا", "12/13/2026", "5/12/26", "2026", "0000-00-00"})
  void doesNotGuessWhatIsNoDate(String typed) {
    assertThat(Values.moment(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"08:30, 08:30", "8h, 08:00", "8h05, 08:05", "٠٨:٣٠, 08:30", "5:30 pm, 17:30", "12:00 AM, 00:00", "18:00:00, 18:00"})
  void readsTimes(String typed, String time) {
    assertThat(Values.time(typed)).hasValueSatisfying(t -> assertThat(t).hasToString(time));
  }

  @Test
  void readsNumbersAndPositions() {
    assertThat(Values.number("+18")).hasValue(18);
    assertThat(Values.number("1 200")).hasValue(1200);
    assertThat(Values.number("-1")).hasValue(-1);
    assertThat(Values.number("كثير")).isEmpty();
    assertThat(Values.point("36,19", "5.41")).isPresent();
    assertThat(Values.point("40.72", "-73.99")).isEmpty();
    assertThat(Values.point("0", "0")).isEmpty();
    assertThat(Values.point("", "")).isEmpty();
  }

  @Test
  void textLosesItsHtmlAndKeepsItsWords() {
    assertThat(Values.text("<p>Planter &amp; arroser</p><br>3 < 5<script>alert(1)</script>")).isEqualTo("Planter & arroser\n\n3 < 5");
    assertThat(Values.address("{'latitude': '40.7', 'longitude': '-73.9', 'human_address': '{\"address\": \"37 Avenue\", \"city\": \"New York\", \"state\": \"NY\", \"zip\": \"10009\"}'}"))
        .isEqualTo("37 Avenue, New York, NY, 10009");
    assertThat(Values.address(" حي 20 أوت ")).isEqualTo("حي 20 أوت");
  }

  @ParameterizedTest
  @CsvSource({
    "مركز التكوينالمهني والتمهينبوسعادة, مركز التكوين المهني والتمهين بوسعادة", "الخاصةالمعتمدة, الخاصة المعتمدة", "Centre de FormationProfessionnelle, Centre de Formation Professionnelle",
    "مديرية التعليم المهنيين, مديرية التعليم المهنيين", "McDonald, McDonald", "دار الشباب محمد بوضياف, دار الشباب محمد بوضياف", "المتخصصون, المتخصصون",
  })
  void spacesComeBackOnlyWhereTheyWereLost(String written, String mended) {
    assertThat(Glue.mended(written)).isEqualTo(mended);
  }

  @Test
  void columnsAreGuessedInThreeLanguages() {
    assertThat(Guess.mapping(Kind.ORGANIZATIONS, List.of("الاسم بالعربية", "Nom en français", "البلدية", "N° récépissé", "شيء آخر")).columns())
        .isEqualTo(Map.of("name_ar", "الاسم بالعربية", "name_fr", "Nom en français", "commune", "البلدية", "receipt_number", "N° récépissé"));
    assertThat(Guess.mapping(Kind.OPPORTUNITIES, List.of("TITRE", "date de début", "Heure début", "places", "association", "wilaya")).columns())
        .containsEntry("title", "TITRE").containsEntry("start", "date de début").containsEntry("capacity", "places").containsEntry("organization", "association");
  }

  @Test
  void aMappingFileCorrectsTheGuess() throws IOException {
    Mapping guessed = new Mapping(Map.of("title", "a", "commune", "b"), Map.of());
    Mapping mapping = Mapping.over(guessed, new StringReader("# remark\ntitle = c\ncommune =\nconstant.wilaya = 19\nconstant.hours = none\n"));
    assertThat(mapping.columns()).isEqualTo(Map.of("title", "c"));
    assertThat(mapping.constants()).containsEntry("wilaya", "19");
    assertThat(mapping.hours()).isEqualTo("none");
    assertThat(mapping.seat()).isEqualTo("1601");
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"=1+1, '=1+1", "+213 551, '+213 551", "-5, -5", "-2.5, -2.5", "@x, '@x", "سطيف, سطيف", "`  =x`, `'  =x`", "a=b, a=b"})
  void noCellBeginsAFormula(String value, String cell) {
    assertThat(SafeCsv.cell(value)).isEqualTo(cell);
  }

  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(SafeCsv.line(List.of("a", "b,c", "d\"e", "\t=x"))).isEqualTo("a,\"b,c\",\"d\"\"e\",\"'\t=x\"\r\n");
  }
}
