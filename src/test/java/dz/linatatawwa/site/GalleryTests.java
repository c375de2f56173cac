package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class GalleryTests {

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({"ar-DZ, 360, LIGHT", "fr-DZ, 360, DARK", "ar-DZ, 1280, DARK", "fr-DZ, 1280, LIGHT"})
  void everyPartCanBeUsedByEverybody(String locale, int width, ColorScheme colours) {
    try (BrowserContext context = Browser.context(Browser.options(locale, width, 800).setColorScheme(colours))) {
      Page page = open(context);
      Browser.screenshot(page, "gallery-" + locale + "-" + width + "-" + colours);
      Axe.findsNothing(page);
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("wider than the screen by").isEqualTo(0);
    }
  }

  @Test
  void theFocusCanBeSeenOnEveryControl() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = open(phone);
      page.evaluate("document.activeElement.blur()");
      List<Object> unseen = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        page.keyboard().press("Tab");
        Object bare = page.evaluate("""
            () => { const e = document.activeElement; const seen = [e, e.closest('.tile'), e.closest('.card')].filter(Boolean)
              .some(x => getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
              return seen || e === document.body ? null : e.outerHTML.slice(0, 90); }""");
        if (bare != null) unseen.add(bare);
      }
      assertThat(unseen).isEmpty();
    }
  }

  @Test
  void whatWasTypedSurvivesAReload() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = open(phone);
      page.navigate("http://localhost:" + port + "/site/gallery?blank=true");
      page.fill("[name=long]", "نص طويل لا يضيع");
      page.fill("[name=code]", "998877");
      page.reload();
      assertThat(page.inputValue("[name=long]")).isEqualTo("نص طويل لا يضيع");
      assertThat(page.inputValue("[name=code]")).isEqualTo("123456");
    }
  }

  @Test
  void aFormIsHeldBackWhileTheNetworkIsGone() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = open(phone);
      phone.setOffline(true);
      page.evaluate("document.querySelector('form[data-draft]').requestSubmit()");
      assertThat(page.textContent(".network")).contains("لم يُرسل بعد");
      assertThat(page.url()).endsWith("/site/gallery");
    }
  }

  @Test
  void aDeedIsAskedAboutFirst() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = open(phone);
      page.click("form[data-confirm] button");
      assertThat(page.isVisible("dialog[open]")).isTrue();
      Axe.findsNothing(page);
      page.keyboard().press("Escape");
      // The browser tells of the closing in its own time.
      com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("dialog")).hasCount(0);
    }
  }

  private Page open(BrowserContext context) {
    Page page = context.newPage();
    page.navigate("http://localhost:" + port + "/site/gallery");
    return page;
  }
}
