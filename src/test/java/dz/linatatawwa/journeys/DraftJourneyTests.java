package dz.linatatawwa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody typed is still there after a reload, and after a form was sent into a network that was gone. */
@WorldTest
class DraftJourneyTests {

  @LocalServerPort int port;

  @Test
  void whatWasTypedSurvivesAReload() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = typed(phone);
      page.reload();
      assertThat(page.locator("input[name=name]")).hasValue("أمينة بوزيد");
      assertThat(page.locator("input[name=contact]")).hasValue("0551 23 45 67");
    }
  }

  @Test
  void whatWasTypedSurvivesALostNetwork() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = typed(phone);
      phone.setOffline(true);
      page.locator("main form button.button-primary").first().click();
      page.waitForTimeout(500);
      assertThat(page.locator("body")).not().isEmpty();
      phone.setOffline(false);
      page.navigate("http://localhost:" + port + "/join");
      assertThat(page.locator("input[name=name]")).hasValue("أمينة بوزيد");
      assertThat(page.locator("input[name=contact]")).hasValue("0551 23 45 67");
    }
  }

  private Page typed(BrowserContext phone) {
    Page page = phone.newPage();
    page.navigate("http://localhost:" + port + "/join");
    page.locator("input[name=name]").fill("أمينة بوزيد");
    page.locator("input[name=contact]").fill("0551 23 45 67");
    page.waitForTimeout(600);
    return page;
  }
}
