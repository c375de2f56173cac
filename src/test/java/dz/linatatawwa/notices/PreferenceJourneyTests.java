package dz.linatatawwa.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a phone: choosing what reaches one how, and a note on its screen. */
@WorldTest
class PreferenceJourneyTests {

  @LocalServerPort int port;
  @Autowired Wishes wishes;

  @Test
  void somebodyChoosesOnAPhone() {
    AccountId amina = SignIn.account("أمينة");
    try (BrowserContext phone = Browser.phone()) {
      Page page = opened(phone, amina, "/preferences");
      Axe.findsNothing(page);
      assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as("nothing runs over the edge").isLessThanOrEqualTo(360);
      page.locator("select[name=email-hours]").selectOption("daily");
      page.locator("input[name=push-hours]").uncheck();
      page.locator("main form.form .actions button").click();
      assertThat(page.getByText("حُفظت اختياراتك.")).isVisible();
      assertThat(wishes.of(amina).about().get(Topic.HOURS)).isEqualTo(new Preference(Preference.Pace.DAILY, Preference.Use.NEEDED, false));
      Browser.screenshot(page, "preferences-phone");
    }
  }

  @Test
  void aNoteIsShownInTheReadersLanguageAndLeadsToAPageOfOurs() {
    try (BrowserContext phone = Browser.phone()) {
      phone.grantPermissions(List.of("notifications"));
      Page page = opened(phone, SignIn.account("أمينة"), "/inbox");
      page.evaluate("async () => { await navigator.serviceWorker.ready; }");
      CDPSession tools = phone.newCDPSession(page);
      AtomicReference<String> registration = new AtomicReference<>("");
      tools.on("ServiceWorker.workerRegistrationUpdated", told -> {
        if (!told.getAsJsonArray("registrations").isEmpty()) registration.set(told.getAsJsonArray("registrations").get(0).getAsJsonObject().get("registrationId").getAsString());
      });
      tools.send("ServiceWorker.enable");
      for (int i = 0; i < 50 && registration.get().isEmpty(); i++) page.waitForTimeout(100);
      deliver(tools, registration.get(), "{\"title\":\"غدا: غرس الأشجار\",\"body\":\"هل ما زلت قادما؟\",\"link\":\"/coming/abc\",\"lang\":\"ar-DZ\",\"dir\":\"rtl\",\"tag\":\"notice-7\"}");
      deliver(tools, registration.get(), "not what we send");
      assertThat(shown(page)).containsExactlyInAnyOrder("غدا: غرس الأشجار|هل ما زلت قادما؟|ar-DZ|rtl|notice-7|/coming/abc", "لنتطوع|||auto||/inbox");
    }
  }

  private void deliver(CDPSession tools, String registration, String data) {
    JsonObject parameters = new JsonObject();
    String origin = "http://localhost:" + port;
    parameters.addProperty("origin", origin);
    parameters.addProperty("registrationId", registration);
    parameters.addProperty("data", data);
    tools.send("ServiceWorker.deliverPushMessage", parameters);
  }

  @SuppressWarnings("unchecked")
  private static List<String> shown(Page page) {
    List<String> notes = List.of();
    for (int i = 0; i < 50 && notes.size() < 2; i++) {
      page.waitForTimeout(100);
      notes = (List<String>) page.evaluate("async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(n => [n.title, n.body, n.lang, n.dir, n.tag, n.data.link].join('|'))");
    }
    return notes;
  }

  private Page opened(BrowserContext phone, AccountId who, String path) {
    phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(who)).setUrl("http://localhost:" + port)));
    Page page = phone.newPage();
    page.navigate("http://localhost:" + port + path);
    return page;
  }
}
