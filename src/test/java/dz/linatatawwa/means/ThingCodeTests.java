package dz.linatatawwa.means;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThingCodeTests {

  @Test
  void aNewCodeProvesItselfAndIsReadHoweverItIsWritten() {
    Random chance = new Random(5);
    for (int i = 0; i < 200; i++) {
      ThingCode code = ThingCode.make(chance);
      assertThat(ThingCode.read(code.text())).contains(code);
      assertThat(ThingCode.read(code.shown())).contains(code);
      assertThat(ThingCode.read("https://example.org" + code.address())).contains(code);
      assertThat(ThingCode.read(code.text().substring(2).chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + 0x660))).collect(java.util.stream.Collectors.joining())))
          .as("Arabic digits").contains(code);
    }
  }

  @Test
  void oneWrongDigitAndTwoNeighboursTheWrongWayRoundAreNoticed() {
    String code = "LT00001230";
    assertThat(ThingCode.read(code)).isPresent();
    for (int place = 2; place < code.length(); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String wrong = code.substring(0, place) + digit + code.substring(place + 1);
        if (!wrong.equals(code)) assertThat(ThingCode.read(wrong)).as(wrong).isEmpty();
      }
    }
    assertThat(ThingCode.read("LT00002130")).isEmpty();
  }

  @Test
  void whatIsNoCodeIsNone() {
    for (String typed : new String[] {"", "LT", "12345", "LT123456789", "XX00001230", "https://example.org/things/", "\u202eLT0000123", "x".repeat(5000)}) {
      assertThat(ThingCode.read(typed)).as(typed).isEmpty();
    }
    assertThat(ThingCode.read(null)).isEmpty();
  }
}
