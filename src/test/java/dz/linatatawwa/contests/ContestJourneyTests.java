package dz.linatatawwa.contests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With real clicks on phones in Arabic: wrong, two taps, the organisation answers, a supervisor settles, the receipt. */
@WorldTest
class ContestJourneyTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired HourLedger ledger;

  @Test
  void fromTheFirstTapToTheReceiptOfTheNewEntry() {
    TestClock.one().back();
    Scene scene = new Scene(db, ledger);
    AccountId amina = scene.volunteer();
    scene.confirmed(amina, 2);
    try (BrowserContext hers = phone(amina); BrowserContext theirs = phone(scene.coordinator); BrowserContext settlers = phone(scene.supervisor)) {
      Page volunteer = hers.newPage();
      volunteer.navigate(base() + "/hours");
      looked(volunteer, "contest-1-book");
      volunteer.locator("a[href^='/contests/new']").first().click();
      looked(volunteer, "contest-2-reason");
      volunteer.locator("button[value='more-time']").click();
      volunteer.waitForURL("**/contests/*");
      looked(volunteer, "contest-3-open");
      String address = volunteer.url();

      Page organization = theirs.newPage();
      organization.navigate(base() + "/organizations/" + scene.organization + "/desk/contests");
      looked(organization, "contest-4-desk");
      organization.locator("a[href^='/contests/']").first().click();
      organization.locator("input[name=answer][value=disagrees]").check();
      organization.locator("textarea[name=words]").fill("غادرت عند العاشرة كما في القائمة");
      organization.locator("form[action$='/answer'] button.button-primary").click();
      organization.waitForLoadState();
      looked(organization, "contest-5-answered");

      Page supervisor = settlers.newPage();
      supervisor.navigate(base() + "/supervision");
      supervisor.locator(".supervision-queue a").first().click();
      supervisor.waitForURL("**/accesses/new*");
      looked(supervisor, "contest-6-reason");
      supervisor.locator("input[name=reason][value=matter]").check();
      supervisor.locator("form[action='/accesses'] button.button-primary").click();
      supervisor.waitForURL(address);
      looked(supervisor, "contest-6-settling");
      supervisor.locator("input[name=verdict][value=partly]").check();
      supervisor.locator("input[name=from]").fill("08:00");
      supervisor.locator("input[name=to]").fill("11:30");
      supervisor.locator("textarea[name=words]").fill("شهد متطوعان أنها بقيت إلى الحادية عشرة والنصف");
      supervisor.locator("form[action$='/settlement'] button.button-primary").click();
      supervisor.waitForLoadState();
      looked(supervisor, "contest-7-settled");

      volunteer.navigate(address);
      volunteer.locator("a[href^='/hours/claims/']").click();
      volunteer.waitForURL("**/hours/entries/*");
      looked(volunteer, "contest-8-receipt");
    }
    assertThat(db.sql("select minutes from hours.entry where volunteer_id = :amina order by id").param("amina", amina.value()).query(Integer.class).list())
        .isEqualTo(List.of(120, -120, 210));
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void pagesOfCasesAndDeclarationsStandInBothDirectionsOnPhonesAndDesks() {
    TestClock.one().back();
    Scene scene = new Scene(db, ledger);
    AccountId amina = scene.volunteer();
    scene.confirmed(amina, 3);
    scene.absent(scene.shift(4), amina, 4);
    try (BrowserContext phone = phone(amina); BrowserContext desk = Browser.desktop("fr-DZ")) {
      for (BrowserContext context : List.of(phone, desk)) {
        db.sql("update accounts.account set language = :language where id = :amina").param("language", context == phone ? "ar" : "fr")
            .param("amina", amina.value()).update();
        context.addCookies(List.of(cookie(amina)));
        Page page = context.newPage();
        String suffix = context == phone ? "ar-360" : "fr-1280";
        for (String path : List.of("/contests", "/declarations", "/declarations/new", "/hours?source=declared", "/hours")) {
          page.navigate(base() + path);
          assertThat(page.locator("html").getAttribute("dir")).isEqualTo(context == phone ? "rtl" : "ltr");
          looked(page, "claims" + path.replaceAll("[^a-z]", "-") + "-" + suffix);
        }
        page.navigate(base() + "/declarations/new");
        page.locator("main form button.button-primary").click();
        page.waitForLoadState();
        looked(page, "claims-declarations-error-" + suffix);
      }
    }
  }

  private static void looked(Page page, String name) {
    Browser.screenshot(page, name);
    Axe.findsNothing(page);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("nothing sticks out of " + page.url()).isLessThanOrEqualTo(0);
  }

  private BrowserContext phone(AccountId person) {
    BrowserContext phone = Browser.phone();
    phone.addCookies(List.of(cookie(person)));
    return phone;
  }

  private Cookie cookie(AccountId person) {
    return new Cookie(SignIn.COOKIE, SignIn.as(person)).setUrl(base());
  }

  private String base() {
    return "http://localhost:" + port;
  }
}
