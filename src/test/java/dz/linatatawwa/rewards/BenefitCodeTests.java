package dz.linatatawwa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BenefitCodeTests {

  private static final Random RANDOM = new Random(20261205);

  private static BenefitCode any() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return BenefitCode.of(bytes);
  }

  @Test
  void isReadAsItIsShownScannedAndCarelesslyTyped() {
    BenefitCode code = any();
    assertThat(BenefitCode.read(code.shown())).contains(code);
    assertThat(BenefitCode.read(code.scanned())).contains(code);
    assertThat(BenefitCode.read("  " + code.text().toLowerCase(Locale.ROOT).replaceAll("(..)", "$1 "))).contains(code);
    assertThat(BenefitCode.read(code.text().replace('2', '٢').replace('7', '٧'))).contains(code);
  }

  @Test
  void everyWrongCharacterAndEveryTwoThatChangedPlacesAreFound() {
    for (int round = 0; round < 200; round++) {
      String text = any().text();
      for (int at = 0; at < text.length(); at++) {
        for (char other : BenefitCode.ALPHABET.toCharArray()) {
          String slip = text.substring(0, at) + other + text.substring(at + 1);
          if (other != text.charAt(at)) assertThat(BenefitCode.read(slip)).isEmpty();
        }
        if (at > 0 && text.charAt(at) != text.charAt(at - 1)) {
          String swapped = text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
          assertThat(BenefitCode.read(swapped)).isEmpty();
        }
      }
    }
  }

  @Test
  void hasNoCharactersThatLookAlikeAndSaysNothingInALog() {
    assertThat(BenefitCode.ALPHABET).hasSize(31).doesNotContain("0", "O", "1", "I", "L");
    BenefitCode code = any();
    assertThat(code.toString()).doesNotContain(code.text());
  }
}
