package dz.linatatawwa.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinkTests {

  @Test
  void sevenLettersNameOneThingOfOneKindForEver() {
    Set<String> codes = new HashSet<>();
    for (PromotedKind kind : PromotedKind.values()) {
      for (long number = 1; number < 20_000; number += 3) {
        ShortLink link = new ShortLink(kind, number);
        assertThat(link.code()).matches("[0-9a-hjkmnp-tv-z]{7}");
        assertThat(ShortLink.of(link.code())).contains(link);
        assertThat(codes.add(link.code())).as(kind + " " + number).isTrue();
      }
      ShortLink last = new ShortLink(kind, ShortLink.MOST);
      assertThat(ShortLink.of(last.code())).contains(last);
    }
    assertThat(new ShortLink(PromotedKind.OPPORTUNITIES, 1).path()).as("what was printed once stays right").isEqualTo("/s/7yxasze");
    assertThatThrownBy(() -> new ShortLink(PromotedKind.STORIES, ShortLink.MOST + 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsReadInCapitalsAndWithLettersThatLookAlike() {
    for (long number = 1; number < 500; number++) {
      ShortLink link = new ShortLink(PromotedKind.CAMPAIGNS, number);
      assertThat(ShortLink.of(link.code().toUpperCase(Locale.ROOT))).contains(link);
      assertThat(ShortLink.of(link.code().replace('0', 'O').replace('1', 'l'))).contains(link);
    }
  }

  @Test
  void aSingleWrongLetterLeadsNowhere() {
    String code = new ShortLink(PromotedKind.ARCHIVE, 4711).code();
    for (int i = 0; i < code.length(); i++) {
      for (char letter : "0123456789abcdefghjkmnpqrstvwxyz".toCharArray()) {
        if (letter == code.charAt(i)) continue;
        assertThat(ShortLink.of(code.substring(0, i) + letter + code.substring(i + 1))).as("letter " + i).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "aaaaaa", "aaaaaaaa", "uuuuuuu", "//evil.", "https:/", "........", "٠١٢٣٤٥٦", "0000000"})
  void whatIsNoCodeSaysNothing(String typed) {
    assertThat(ShortLink.of(typed)).isEmpty();
  }
}
