package dz.linatatawwa.kits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Cable;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leader's phone on a hillside: the network is cut at the cable, not only in the browser. */
@WorldTest
class KitOnAPhoneTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId leader;
  long organization;
  ShiftId shift;
  List<AccountId> people;
  Cable cable;

  @BeforeEach
  void aShiftIsOn() {
    scene = new Scene(db);
    leader = scene.account("سميرة");
    organization = scene.organization(leader);
    shift = scene.today(scene.opportunity(organization, "at-once", 16), 20);
    people = scene.volunteers(4);
    people.forEach(person -> scene.seat(shift, person));
    cable = new Cable(port);
  }

  @AfterEach
  void cableAway() {
    cable.close();
  }

  @Test
  void worksWithoutNetworkAndSendsEverythingOnceItIsBack() {
    try (BrowserContext phone = signedIn(Browser.phone())) {
      Page page = taken(phone, "ar");
      Browser.screenshot(page, "kit-1-taken");
      Axe.findsNothing(page);
      cable.cut();
      page.reload();
      assertThat(page.locator("#roll > li")).hasCount(4);
      page.locator("#p" + people.get(0) + " .kits-deed").click();
      assertThat(page.locator("#p" + people.get(0) + " .kits-facts")).containsText("محفوظ في هاتفك");
      assertThat(page.locator("#count-kept")).hasText("1");
      page.locator("#undo button").click();
      assertThat(page.locator("#count-in")).hasText("0");
      page.locator("#p" + people.get(1) + " .kits-deed").click();
      note(page);
      page.reload();
      assertThat(page.locator("#count-kept")).hasText("4");
      assertThat(page.locator("#count-in")).hasText("1");
      Browser.screenshot(page, "kit-2-without-network");
      Axe.findsNothing(page);
      cable.mend();
      page.locator("#send").click();
      assertThat(page.locator("#count-confirmed")).hasText("4");
      assertThat(page.locator("#saved-words")).containsText("محفوظ في المنصة");
      Browser.screenshot(page, "kit-3-confirmed");
    }
    assertThat(db.sql("select count(*) from kits.delivery").query(Integer.class).single()).isEqualTo(4);
    assertThat(db.sql("select words from daybook.note where kind = 'incident'").query(String.class).list()).containsExactly("جرح خفيف في اليد");
  }

  @Test
  void showsWhatWasRefusedAndWhatContradictsUntilSomebodyHasSeenIt() {
    try (BrowserContext phone = signedIn(Browser.desktop("fr-DZ"))) {
      Page page = taken(phone, "fr");
      Browser.screenshot(page, "kit-5-desktop-fr");
      cable.cut();
      type(page, "LT1:ABC");
      assertThat(page.locator("#result")).containsText("Code faux");
      type(page, "000000");
      assertThat(page.locator("#result")).containsText("Personne n’a ces chiffres");
      mark(page, people.get(0));
      mark(page, people.get(1));
      mark(page, people.get(1));
      assertThat(page.locator("#count-out")).hasText("1");
      anotherPhoneSaysOtherwise(people.get(1));
      db.sql("update participation.application set state = 'withdrawn' where volunteer_id = " + people.get(0)).update();
      cable.mend();
      page.locator("#send").click();
      assertThat(page.locator("#problem-list li")).not().hasCount(0);
      Axe.findsNothing(page);
      Browser.screenshot(page, "kit-6-problems-fr");
      int problems = page.locator("#problem-list li").count();
      for (int i = 0; i < problems; i++) page.locator("#problem-list li button").first().click();
      assertThat(page.locator("#problems")).isHidden();
      page.reload();
      assertThat(page.locator("#count-kept")).hasText("0");
      assertThat(page.locator("#problems")).isHidden();
    }
    try (BrowserContext desk = signedIn(Browser.phone())) {
      Page roster = desk.newPage();
      roster.navigate(cable.base() + "/organizations/" + organization + "/desk/shifts/" + shift);
      Axe.findsNothing(roster);
      Browser.screenshot(roster, "kit-7-roster");
      assertThat(roster.locator("a[href$='/kit']")).isVisible();
      roster.navigate(cable.base() + "/kits");
      Axe.findsNothing(roster);
      Browser.screenshot(roster, "kit-8-phones");
    }
  }

  @Test
  void aNewVersionIsOfferedAndNotTakenWhileSomethingIsUnsent() {
    try (BrowserContext phone = signedIn(Browser.phone())) {
      Page page = taken(phone, "ar");
      cable.cut();
      mark(page, people.get(0));
      page.waitForTimeout(1500); // it has tried to send, in vain
      assertThat(page.locator("#count-kept")).hasText("1");
      cable.mend();
      page.evaluate("async () => { window.before = true; await navigator.serviceWorker.register('/service-worker.js?next'); }");
      assertThat(page.locator("#renew")).isVisible();
      assertThat(page.locator("#renew")).isDisabled();
      page.locator("#send").click();
      assertThat(page.locator("#count-confirmed")).hasText("1");
      page.locator("#renew").click();
      page.waitForFunction("() => window.before === undefined && document.querySelectorAll('#roll > li').length === 4");
      assertThat(page.locator("#count-confirmed")).hasText("1");
    }
  }

  private void anotherPhoneSaysOtherwise(AccountId person) {
    Device other = new Device();
    long kit = Device.opened(other.asks(Visit.as(port, leader), shift, false)).get("kit").asLong();
    long now = System.currentTimeMillis();
    String line = "{\"key\":\"%s\",\"seq\":%d,\"kind\":\"%s\",\"v\":%s,\"at\":%d}";
    String in = line.formatted(UUID.randomUUID(), 1, "check-in", person, now - 2_400_000);
    String out = line.formatted(UUID.randomUUID(), 2, "check-out", person, now - 1_200_000);
    assertThat(other.sends(port, kit, "{\"sentAt\":%d,\"deeds\":[%s,%s]}".formatted(now, in, out)).statusCode()).isEqualTo(200);
  }

  private static void mark(Page page, AccountId person) {
    page.locator("#p" + person + " .kits-deed").click();
    page.waitForTimeout(300);
  }

  private static void type(Page page, String code) {
    page.locator("#code").fill(code);
    page.locator("#code").press("Enter");
  }

  private static void note(Page page) {
    page.locator("#incident").click();
    page.locator("#note-text").fill("جرح خفيف في اليد");
    page.locator("#note-form button.button-primary").click();
    assertThat(page.locator("#notes li")).hasCount(1);
  }

  private BrowserContext signedIn(BrowserContext phone) {
    phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(leader)).setUrl(cable.base())));
    return phone;
  }

  private Page taken(BrowserContext phone, String language) {
    Page page = phone.newPage();
    page.navigate(cable.base() + "/organizations/" + organization + "/desk/shifts/" + shift + "/kit?lang=" + language);
    Locator take = page.locator("#take-form button");
    page.locator("#phone").fill("هاتف سميرة");
    Browser.screenshot(page, "kit-0-offer");
    take.click();
    assertThat(page.locator("#roll > li")).hasCount(4);
    Browser.waitForPart(page, "kit");
    return page;
  }
}
