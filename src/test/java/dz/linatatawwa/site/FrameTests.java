package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrameTests {

  @Test
  void aQueryChangesOneNameAndKeepsTheOthers() {
    assertThat(Query.of("q=a&wilaya=16&page=3").without("page").with("wilaya", "19").toString()).isEqualTo("?q=a&wilaya=19");
    assertThat(Query.of("q=a").with("q", "").toString()).isEmpty();
    assertThat(Query.of("").with("q", "سطيف & co").toString()).isEqualTo("?q=%D8%B3%D8%B7%D9%8A%D9%81+%26+co");
  }

  @Test
  void whatADeedSaysArrivesOnTheNextPage() {
    Flash said = new Flash("site.settings.changed", List.of("12", "Amina"), "/undo");
    assertThat(carried(said, cookie -> cookie)).contains(said);
    Flash refusal = View.refusing("site.name");
    assertThat(carried(refusal, cookie -> cookie)).contains(refusal);
    assertThat(refusal.refused()).isTrue();
    assertThat(View.saying("site.name").refused()).isFalse();
  }

  @Test
  void aMessageThatSomebodyElseWroteIsNotShown() {
    assertThat(carried(new Flash("site.name", List.of(), ""), cookie -> "A" + cookie)).isEmpty();
    assertThat(carried(new Flash("site.name", List.of(), ""), cookie -> cookie.substring(0, cookie.indexOf('.')))).isEmpty();
  }

  @Test
  void aWholeSettingKeepsToItsBoundsAndReadsArabicDigits() {
    Setting<Integer> whole = new Setting.Whole("x.y", 5, 1, 10);
    assertThat(whole.read(" ٧ ")).contains(7);
    assertThat(whole.read("0")).isEmpty();
    assertThat(whole.read("11")).isEmpty();
    assertThat(whole.read("0x3")).isEmpty();
  }

  @Test
  void risingNumbersMustRise() {
    Setting<List<Integer>> tiers = new Setting.Rising("x.tiers", List.of(10), 1, 1000);
    assertThat(tiers.read("10, 25،50")).contains(List.of(10, 25, 50));
    assertThat(tiers.read("25, 10")).isEmpty();
    assertThat(tiers.read("10, 10")).isEmpty();
    assertThat(tiers.read("10, x")).isEmpty();
    assertThat(tiers.read("10, 2000")).isEmpty();
  }

  private static Optional<Flash> carried(Flash said, java.util.function.UnaryOperator<String> onTheWay) {
    MockHttpServletResponse deed = new MockHttpServletResponse();
    Flashes.keep(said, new MockHttpServletRequest(), deed);
    var cookie = deed.getCookie(Flashes.COOKIE);
    if (cookie == null) throw new IllegalStateException("no cookie");
    MockHttpServletRequest next = new MockHttpServletRequest();
    next.setCookies(new jakarta.servlet.http.Cookie(Flashes.COOKIE, onTheWay.apply(cookie.getValue())));
    return Flashes.read(next);
  }
}
