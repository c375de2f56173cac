package dz.linatatawwa.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTests {

  /** What our folding joins, what the table of confusable letters joins, and what needs both. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
      "hamza on alef, جمعية الأمل, جمعية الامل",
      "ta marbuta and ha, جمعية الحياة, جمعيه الحياه",
      "hamza on waw, جمعية التآزر والمؤازرة, جمعية التازر والموازرة",
      "alef maqsura and ya, جمعية الهدى, جمعية الهدي",
      "tatweel, جمعية الأمل, جمعيـــة الأمــل",
      "vowel marks, جمعية الأمل, جَمْعِيَّةُ الأَمَلِ",
      "digits of other scripts, كشافة الحي 3, كشافة الحي ٣",
      "Persian ya, جمعية ايادي, جمعیة ایادی",
      "Persian kaf, جمعية الكرم, جمعية الکرم",
      "presentation forms, جمعية الامل, جمعية ﺍﻻمل",
      "Cyrillic in a Latin word, Association Nour, Association N\u043Eur",
      "Greek in a Latin word, Association OASIS, Association \u039FASIS",
      "letters like digits, Association SOLO 10, Association S0LO 1O",
      "accents and capitals, Association Étoile, ASSOCIATION ETOILE"})
  void twoNamesThatPeopleReadAsOneLookTheSame(String why, String one, String other) {
    assertThat(Looks.of(other)).as(why).isEqualTo(Looks.of(one));
  }

  @Test
  void whatNobodySeesChangesNoLook() {
    for (String invisible : new String[] {"\u200F", "\u200B", "\u200D", "\u202E", "\u2066", "\u00AD"}) {
      assertThat(Looks.of("جمعية" + invisible + " الأمل")).isEqualTo(Looks.of("جمعية الأمل"));
    }
  }

  @ParameterizedTest
  @CsvSource({"جمعية الأمل, جمعية العمل", "جمعية النور, جمعية النهر", "Association Nour, Association Nouri", "كشافة الحي 3, كشافة الحي 8"})
  void namesThatDifferLookDifferent(String one, String other) {
    assertThat(Looks.of(one)).isNotEqualTo(Looks.of(other));
  }

  @Test
  void aWordOfTwoScriptsIsSeenAndANameOfTwoLanguagesIsNot() {
    assertThat(Looks.mixesScripts("Association N\u043Eur")).isTrue();
    assertThat(Looks.mixesScripts("جمعيةx الأمل")).isTrue();
    assertThat(Looks.mixesScripts("جمعية الأمل Espoir / Association Espoir (سطيف)")).isFalse();
    assertThat(Looks.mixesScripts("جَمعيّة الأَمَل 3, N° 2")).isFalse();
    assertThat(Looks.mixesScripts("Tiddukla n Yiḍ ɣef")).isFalse();
  }
}
