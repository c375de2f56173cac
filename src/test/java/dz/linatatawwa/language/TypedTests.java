package dz.linatatawwa.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTests {

  @Test
  void aLineIsTrimmedComposedAndSingleSpaced() {
    assertThat(Typed.line("  Se\u0301tif \t\u00a0  est ")).isEqualTo("S\u00e9tif est");
    assertThat(Typed.line("حملة\r\nتشجير")).isEqualTo("حملة تشجير");
    assertThat(Typed.line(null)).isEmpty();
  }

  @Test
  void charactersThatHideOrTurnAreTakenOut() {
    assertThat(Typed.line("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    assertThat(Typed.line("\u2066أ\u2069\u200F\u200E\uFEFFب")).isEqualTo("أب");
    assertThat(Typed.line("a\u0000b\u001B[31mc\u007F")).isEqualTo("ab[31mc");
    assertThat(Typed.line("a\uD800b")).isEqualTo("ab");
  }

  @Test
  void whatOnlyLooksEmptyIsEmpty() {
    assertThat(Typed.line("\u00A0\u200B\u3164\u2003")).isEmpty();
    assertThat(Typed.line("\u0651\u0651")).isEmpty();
    assertThat(Typed.text("\u200B\n\u00A0\n")).isEmpty();
  }

  @Test
  void marksOfLettersStayAndTowersOfMarksDoNot() {
    assertThat(Typed.line("مُتَطَوِّعٌ")).isEqualTo("مُتَطَوِّعٌ");
    assertThat(Typed.line("a" + "\u0336".repeat(40))).hasSize(5);
  }

  @Test
  void picturesOfSeveralSignsStayWhole() {
    assertThat(Typed.line("👩‍🌾 🌱")).isEqualTo("👩‍🌾 🌱");
    assertThat(Typed.line("كل\u200Dمة")).isEqualTo("كلمة");
  }

  @Test
  void aTextKeepsItsLines() {
    assertThat(Typed.text("\r\n سطر \r\n\r\n\r\n\r\nآخر\u202E\r ")).isEqualTo("سطر\n\nآخر");
  }

  @Test
  void tellsWhetherATextDeceives() {
    assertThat(Typed.deceives("a\u202Eb")).isTrue();
    assertThat(Typed.deceives("a\u0007b")).isTrue();
    assertThat(Typed.deceives("نص عادي\nبسطرين")).isFalse();
    assertThat(Typed.deceives(null)).isFalse();
  }

  @Test
  void digitsOfAllScriptsAreRead() {
    assertThat(Digits.latin("٠٥٥١ ۲۳ 45")).isEqualTo("0551 23 45");
    assertThat(Digits.latin("𝟘x١")).isEqualTo("0x1");
    assertThat(Digits.latin("0551")).isEqualTo("0551");
  }

  @Test
  void namesFallBackTowardsArabic() {
    assertThat(new LocalName("سطيف", "Sétif", null).in(Language.EN)).isEqualTo("Sétif");
    assertThat(new LocalName("سطيف", null, null).in(Language.FR)).isEqualTo("سطيف");
    assertThat(new LocalName("الجزائر", "Alger", "Algiers").in(Language.KAB)).isEqualTo("الجزائر");
    assertThat(new LocalName("الجزائر", "Alger", "Algiers").in(Language.EN)).isEqualTo("Algiers");
  }
}
