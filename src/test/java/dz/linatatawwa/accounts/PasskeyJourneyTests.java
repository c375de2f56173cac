package dz.linatatawwa.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@WorldTest
class PasskeyJourneyTests {

  private static final String KEEPER = """
      {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": true,
       "automaticPresenceSimulation": true}}
      """;

  @LocalServerPort int port;
  @Autowired Passkeys passkeys;
  @Autowired Accounts accounts;
  @Autowired ApplicationEventPublisher events;

  @Test
  void makesAPasskeySignsInWithItAndTakesItAway() {
    AccountId amina = SignIn.account("أمينة");
    try (BrowserContext phone = Browser.phone()) {
      Page page = phone.newPage();
      withAuthenticator(phone, page);
      phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(amina)).setUrl(site(""))));

      page.navigate(site("/passkeys"));
      page.locator("#label").fill("هاتفي");
      page.locator("[data-passkey=create] button").click();
      assertThat(page.locator(".accounts-row")).hasCount(1);
      assertThat(page.locator(".accounts-name")).hasText("هاتفي");
      Axe.findsNothing(page);

      phone.clearCookies();
      page.navigate(site("/sign-in?to=/sessions"));
      page.locator("[data-passkey=sign-in] button").click();
      assertThat(page).hasURL(Pattern.compile(".*/sessions$"));
      assertThat(page.locator(".accounts-row")).hasCount(2);

      phone.clearCookies();
      String id = passkeys.of(amina).getFirst().id();
      Visit hers = Visit.as(port, amina);
      assertThat(Visit.as(port, SignIn.account("كريم")).post("/passkeys/" + id + "/removal").status()).isEqualTo(404);
      assertThat(hers.post("/passkeys/" + id + "/removal").status()).isEqualTo(303);
      page.navigate(site("/sign-in"));
      page.locator("[data-passkey=sign-in] button").click();
      assertThat(page.locator("[data-passkey=sign-in] [role=alert]")).isVisible();
      assertThat(page).hasURL(Pattern.compile(".*/sign-in$"));
    }
  }

  @Test
  void refusesAPasskeyWithoutItsChallenge() {
    Visit visit = new Visit(port);
    assertThat(visit.postJson("/sign-in/passkey", "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}").status()).isEqualTo(422);
    assertThat(visit.postJson("/sign-in/passkey", "nonsense").status()).isEqualTo(422);
    visit.postJson("/sign-in/passkey/options", "{}");
    assertThat(visit.postJson("/sign-in/passkey", "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\","
        + "\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"}}").status()).isEqualTo(422);
    assertThat(visit.cookies()).doesNotContainKey(SignIn.COOKIE);
  }

  @Test
  void pagesOfTheDoorsHaveNoFaultsOfAccessibility() {
    for (String locale : List.of("ar-DZ", "fr-DZ")) {
      walk(Browser.phone(locale), locale + "-360");
      walk(Browser.desktop(locale), locale + "-1280");
    }
  }

  private void walk(BrowserContext context, String name) {
    AccountId staff = SignIn.administrator(name.startsWith("ar") ? "ياسين بن علي" : "Yacine Benali");
    SignIn.as(staff);
    accounts.speak(staff, name.startsWith("ar") ? Language.AR : Language.FR);
    events.publishEvent(new ContactChanged(staff, name.startsWith("ar") ? Language.AR : Language.FR, List.of(), new Contact.Email("x@example.dz"), "/contact/undo/x"));
    try (context) {
      Page page = context.newPage();
      look(page, "/sign-in", name + "-sign-in");
      page.locator("#contact").fill("nobody");
      page.locator("form[action='/sign-in'] button").click();
      shot(page, name + "-sign-in-problem");
      page.locator("#contact").fill("walk-" + name.toLowerCase() + "@example.dz");
      page.locator("form[action='/sign-in'] button").click();
      shot(page, name + "-code");
      page.locator("#code").fill("000000");
      page.locator("form[action='/sign-in/code'] button").click();
      shot(page, name + "-code-problem");
      page.locator("form[action='/sign-in'] button").click();
      shot(page, name + "-pause");
      context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(staff)).setUrl(site(""))));
      for (String path : List.of("/contact", "/passkeys", "/sessions", "/inbox")) look(page, path, name + path.replace('/', '-'));
    }
  }

  private void look(Page page, String path, String name) {
    page.navigate(site(path));
    shot(page, name);
  }

  private static void shot(Page page, String name) {
    Browser.screenshot(page, "doors-" + name);
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    page.setViewportSize(width, 2400); // else the bar at the bottom of a phone lies on whatever happens to be below it
    Axe.findsNothing(page);
    page.setViewportSize(width, height);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("wider than the screen: " + name).isLessThanOrEqualTo(0);
  }

  private static void withAuthenticator(BrowserContext context, Page page) {
    CDPSession tools = context.newCDPSession(page);
    tools.send("WebAuthn.enable");
    JsonObject keeper = JsonParser.parseString(KEEPER).getAsJsonObject();
    tools.send("WebAuthn.addVirtualAuthenticator", keeper);
  }

  private String site(String path) {
    return "http://localhost:" + port + path;
  }
}
