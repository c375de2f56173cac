package dz.linatatawwa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With real clicks: a partner writes and publishes, a volunteer takes, the counter redeems over a network that breaks. */
@WorldTest
class BenefitJourneyTests {

  @LocalServerPort int port;
  @Autowired Offers offers;
  @Autowired Benefits benefits;
  @Autowired RewardClock clock;
  @Autowired HourLedger ledger;

  Scene scene;

  @BeforeEach
  void world() {
    TestClock.one().back();
    scene = new Scene(offers);
  }

  @Test
  void fromTheOfferToTheCounter() {
    scene.agreement(50);
    AccountId amina = scene.volunteer();
    scene.confirmed(ledger, amina, 3);
    try (BrowserContext partners = context("ar", scene.manager); BrowserContext hers = context("ar", amina); BrowserContext counters = context("ar", scene.counter)) {
      Page desk = partners.newPage();
      desk.navigate(base() + "/partners/" + scene.partner + "/desk/benefits");
      looked(desk, "benefits-desk-empty-ar-360");
      desk.navigate(base() + "/partners/" + scene.partner + "/desk/benefits/new");
      desk.locator("main form button.button-primary").click();
      desk.waitForLoadState();
      looked(desk, "benefits-form-error-ar-360");
      desk.locator("#nameAr").fill("دخول مجاني إلى المسبح الجامعي");
      desk.locator("#aboutAr").fill("دخول واحد إلى المسبح الجامعي خلال أيام الأسبوع، مع خزانة. لا يشمل دروس السباحة.");
      desk.locator("#quota").fill("20");
      desk.locator("details:has(#rule-hours) > summary").click();
      desk.locator("#rule-hours").fill("4");
      desk.locator("main form button.button-primary").click();
      desk.waitForURL(url -> url.matches(".*/desk/benefits/\\d+$"));
      desk.locator("form[action$='/publication'] button").click();
      desk.waitForLoadState();
      looked(desk, "benefits-offer-ar-360");
      desk.navigate(base() + "/partners/" + scene.partner + "/desk/benefits");
      looked(desk, "benefits-desk-ar-360");

      Page volunteer = hers.newPage();
      volunteer.navigate(base() + "/benefits");
      looked(volunteer, "benefits-list-ar-360");
      volunteer.locator(".rewards-card a:has-text(\"المسبح الجامعي\")").click();
      looked(volunteer, "benefits-show-free-ar-360");
      volunteer.locator("form[action$='/grantings'] button").click();
      volunteer.waitForURL("**/benefits/mine");
      looked(volunteer, "benefits-mine-ar-360");
      String code = volunteer.locator(".rewards-digits").innerText();

      Page counter = counters.newPage();
      counter.navigate(base() + "/partners/" + scene.partner + "/desk/counter");
      looked(counter, "benefits-counter-ar-360");
      counter.locator("#code").fill("ABCDE-ABCDE");
      counter.locator("form[action$='/codes'] button").click();
      counter.waitForSelector("#code-problem");
      looked(counter, "benefits-counter-error-ar-360");
      counter.locator("#code").fill(code.toLowerCase());
      counter.locator("form[action$='/codes'] button").click();
      counter.waitForSelector(".rewards-ready");
      looked(counter, "benefits-counter-ready-ar-360");
      // the answer to the first try is lost on the way, the second one never arrives, the third is answered the same
      AtomicInteger tries = new AtomicInteger();
      counter.route("**/redemption", route -> {
        int number = tries.incrementAndGet();
        if (number == 1) route.fetch();
        if (number < 3) route.abort();
        else route.resume();
      });
      counter.locator("form[action$='/redemption'] button").click();
      counter.waitForSelector(".rewards-waits");
      Browser.screenshot(counter, "benefits-counter-again-ar-360");
      counter.waitForSelector(".rewards-redeemed");
      looked(counter, "benefits-counter-redeemed-ar-360");
      assertThat(tries.get()).isEqualTo(3);

      volunteer.navigate(base() + "/benefits/mine");
      looked(volunteer, "benefits-mine-past-ar-360");
    }
    assertThat(scene.db.sql("select count(*) from rewards.showing where redeemed_at is not null").query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void everyPageStandsInBothDirectionsOnPhonesAndDesks() {
    scene.agreement(500);
    BenefitId open = scene.open(Way.FIRST_COME, 5, Scene.hours(4));
    BenefitId far = scene.open(Way.FIRST_COME, 5, Scene.hours(50));
    BenefitId lot = scene.open(Way.LOT, 2, Scene.hours(1));
    offers.addCounter(scene.partner, open, new dz.linatatawwa.places.CommuneCode("1901"), "المسبح الجامعي، شباك الدخول");
    AccountId amina = scene.volunteer();
    var claim = scene.confirmed(ledger, amina, 3);
    for (AccountId person : scene.people(5, 3)) benefits.take(person, lot);
    benefits.take(amina, lot);
    benefits.take(amina, open);
    try (BrowserContext arabic = context("ar", amina); BrowserContext french = context("fr", amina); BrowserContext partner = context("fr", scene.manager)) {
      for (String path : List.of("", "?show=soon", "?wilaya=16&show=mine", "/" + far, "/" + lot, "/" + lot + "/lot", "/mine")) look(arabic, french, amina, path);
      Page desk = partner.newPage();
      for (String path : List.of("/benefits", "/benefits/new", "/benefits/" + open, "/benefits/" + open + "/edit", "/counter", "")) {
        desk.navigate(base() + "/partners/" + scene.partner + "/desk" + path);
        looked(desk, "benefits-desk" + path.replaceAll("[^a-z]", "-") + "-fr-1280");
      }
      ledger.reverse(scene.organization, claim, scene.coordinator, "خطأ في القائمة");
      GrantingId held = benefits.living(amina).getFirst().id();
      look(arabic, french, amina, "/mine/" + held);
      TestClock.one().goAhead(Duration.ofDays(11));
      clock.tick();
      look(arabic, french, amina, "/" + lot + "/lot");
      look(arabic, french, amina, "/" + far);
    }
  }

  @Test
  void theCodesStayOnThePhoneWithoutNetwork() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(1));
    AccountId amina = scene.people(1, 5).getFirst();
    benefits.take(amina, id);
    try (BrowserContext hers = context("ar", amina)) {
      Page page = hers.newPage();
      page.navigate(base() + "/benefits/mine");
      Browser.waitForPart(page, "here");
      page.navigate(base() + "/benefits/mine");
      String code = page.locator(".rewards-digits").innerText();
      page.waitForTimeout(1500);
      hers.setOffline(true);
      page.navigate(base() + "/benefits/mine");
      assertThat(page.locator(".rewards-digits").innerText()).isEqualTo(code);
      assertThat(page.locator(".rewards-qr svg").count()).isEqualTo(1);
    }
  }

  @Test
  void strangersFindNoDeskNoCounterAndNoCodes() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(1));
    AccountId amina = scene.people(1, 5).getFirst();
    GrantingId granting = ((Taken.Granted) benefits.take(amina, id)).id();
    Visit stranger = Visit.as(port, scene.volunteer());
    for (String path : List.of("/benefits", "/benefits/" + id, "/benefits/new", "/benefits/redeemed.csv", "/counter")) {
      assertThat(stranger.get("/partners/" + scene.partner + "/desk" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.get("/benefits/mine/" + granting).status()).isEqualTo(404);
    assertThat(stranger.post("/benefits/mine/" + granting + "/return").status()).isEqualTo(404);
    assertThat(stranger.post("/benefits/" + id + "/stop", "why", "لا أحبها").status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.counter).get("/partners/" + scene.partner + "/desk/benefits").status()).as("the counter only redeems").isEqualTo(404);
    assertThat(new Visit(port).get("/benefits").status()).isEqualTo(200);
    assertThat(new Visit(port).get("/benefits/" + id).status()).isEqualTo(200);
    assertThat(new Visit(port).get("/benefits/mine").status()).isEqualTo(303);
    AccountId other = PartnerScene.person(PartnerScene.partner("شركة تجريبية", dz.linatatawwa.partnerships.PartnerKind.COMPANY), PartnerRole.OWNER);
    assertThat(Visit.as(port, other).get("/partners/" + scene.partner + "/desk/counter").status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.manager).get("/partners/" + scene.partner + "/desk/benefits/redeemed.csv").status()).isEqualTo(200);
  }

  private void look(BrowserContext arabic, BrowserContext french, AccountId person, String path) {
    for (BrowserContext context : List.of(arabic, french)) {
      scene.db.sql("update accounts.account set language = :language where id = :id").param("language", context == arabic ? "ar" : "fr").param("id", person.value()).update();
      context.clearCookies();
      context.addCookies(List.of(cookie(person)));
      Page page = context.newPage();
      page.navigate(base() + "/benefits" + path);
      assertThat(page.locator("html").getAttribute("dir")).isEqualTo(context == arabic ? "rtl" : "ltr");
      looked(page, "benefits" + path.replaceAll("[^a-z0-9]", "-") + (context == arabic ? "-ar-360" : "-fr-1280"));
      page.close();
    }
  }

  private static void looked(Page page, String name) {
    Browser.screenshot(page, name);
    Axe.findsNothing(page);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("nothing sticks out of " + page.url()).isLessThanOrEqualTo(0);
  }

  private BrowserContext context(String language, AccountId person) {
    scene.db.sql("update accounts.account set language = :language where id = :id").param("language", language).param("id", person.value()).update();
    BrowserContext context = language.equals("ar") ? Browser.phone() : Browser.desktop("fr-DZ");
    context.addCookies(List.of(cookie(person)));
    return context;
  }

  private Cookie cookie(AccountId person) {
    return new Cookie(SignIn.COOKIE, SignIn.as(person)).setUrl(base());
  }

  private String base() {
    return "http://localhost:" + port;
  }
}
