package dz.linatatawwa.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmsTextTests {

  @Test
  void anArabicTextHasSeventyLettersAloneAndSixtySevenInEachPart() {
    assertThat(SmsText.of("ا".repeat(70)).parts()).hasSize(1);
    assertThat(SmsText.of("ا".repeat(71)).parts()).extracting(String::length).containsExactly(67, 4);
    assertThat(SmsText.of("ا".repeat(134)).parts()).hasSize(2);
    assertThat(SmsText.of("ا".repeat(135)).parts()).hasSize(3);
    assertThat(SmsText.of("سلام").gsm()).isFalse();
    assertThat(SmsText.of("سلام").bytes(0)).isEqualTo("سلام".getBytes(StandardCharsets.UTF_16BE));
  }

  @Test
  void aLatinTextHasAHundredAndSixty() {
    assertThat(SmsText.of("a".repeat(160)).parts()).hasSize(1);
    assertThat(SmsText.of("a".repeat(161)).parts()).extracting(String::length).containsExactly(153, 8);
    assertThat(SmsText.of("€".repeat(80)).parts()).as("a sign that takes two places").hasSize(1);
    assertThat(SmsText.of("€".repeat(81)).parts()).as("and is never torn apart").extracting(String::length).containsExactly(76, 5);
  }

  @Test
  void frenchLosesWhatWouldMakeItCostTwice() {
    SmsText text = SmsText.of("L’été, le créneau de la forêt « Aïn Draham » est annulé… reçu");
    assertThat(text.gsm()).isTrue();
    assertThat(text.parts()).containsExactly("L'été, le créneau de la foret \"Ain Draham\" est annulé... recu");
    assertThat(SmsText.of("L’été سلام").parts()).as("where it does not help, nothing is lost").containsExactly("L’été سلام");
  }

  @Test
  void lettersOfTheGsmAlphabetHaveItsNumbers() {
    assertThat(SmsText.of("@A é[€").bytes(0)).containsExactly(0x00, 0x41, 0x20, 0x05, 0x1b, 0x3c, 0x1b, 0x65);
  }

  @Test
  void aPictureIsNotTornApart() {
    assertThat(SmsText.of("ا".repeat(66) + "🌳" + "ا".repeat(10)).parts().getFirst()).hasSize(66);
  }

  @Test
  void whatIsTooLongIsShortenedButNeverItsEnd() {
    String end = "\nhttps://example.dz/coming/abcdefghijklmnop";
    String text = SmsText.fitting("سنغرس الأشجار ".repeat(40), end, 3);
    assertThat(SmsText.of(text).parts()).hasSize(3);
    assertThat(text).endsWith("…" + end);
    assertThat(SmsText.fitting("قصير", end, 3)).isEqualTo("قصير" + end);
    assertThat(SmsText.fitting("", "", 1)).isEmpty();
  }
}
