package dz.linatatawwa.kits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Cable;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tablet at a door, and volunteers who open the site's code with their own phone, with the cable cut. */
@WorldTest
class DoorAndSiteTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired PersonalCodes codes;

  Scene scene;
  AccountId leader;
  AccountId karim;
  long organization;
  ShiftId shift;
  Cable cable;

  @BeforeEach
  void aShiftIsOn() {
    scene = new Scene(db);
    leader = scene.account("سميرة");
    organization = scene.organization(leader);
    shift = scene.today(scene.opportunity(organization, "at-once", 16), 20);
    karim = scene.volunteer("كريم والي", 1958);
    scene.seat(shift, karim);
    cable = new Cable(port);
  }

  @AfterEach
  void cableAway() {
    cable.close();
  }

  @Test
  void aTabletAtADoorGreetsByFirstNameAndKeepsNothingOnTheScreen() {
    try (BrowserContext tablet = signedIn(leader)) {
      Page page = tablet.newPage();
      page.navigate(cable.base() + "/organizations/" + organization + "/desk/shifts/" + shift + "/kiosk");
      page.locator("#pin").fill("12");
      page.locator("#take-form button").click();
      assertThat(page.locator("#take-problem")).not().isEmpty();
      Axe.findsNothing(page);
      Browser.screenshot(page, "kiosk-1-start");
      page.locator("#pin").fill("4711");
      page.locator("#take-form button").click();
      assertThat(page.locator("#code")).isVisible();
      Browser.waitForPart(page, "kiosk");
      assertThat((String) page.evaluate("fetch('/api/session').then(a => a.text())")).contains("\"signedIn\":false");
      cable.cut();
      page.reload();
      Axe.findsNothing(page);
      Browser.screenshot(page, "kiosk-2-door");
      page.locator("#code").fill(codes.sixDigits(shift, karim));
      page.locator("#code-form button").click();
      assertThat(page.locator("#result")).containsText("كريم");
      Browser.screenshot(page, "kiosk-3-welcome");
      assertThat(page.locator("#result")).isHidden();
      assertThat(page.locator("body").innerText()).doesNotContain("كريم").doesNotContain("والي");
      page.locator("#code").fill("000000");
      page.locator("#code-form button").click();
      assertThat(page.locator("#result.kits-refused")).isVisible();
      Browser.screenshot(page, "kiosk-4-refused");
      assertThat(page.locator("#result")).isHidden();
      page.locator("#leave-kiosk").click();
      page.locator("#leave-pin").fill("1111");
      page.locator("#leave-form .button-primary").click();
      assertThat(page.locator("#leave-problem")).not().isEmpty();
      cable.mend();
      page.locator("#leave-pin").fill("4711");
      page.locator("#leave-form .button-primary").click();
      assertThat(page.locator("#erased")).isVisible();
    }
    assertThat(db.sql("select via from attendance.deed where shift_id = " + shift).query(String.class).list()).containsExactly("kiosk");
    assertThat(db.sql("select returned_at is not null from kits.kit").query(Boolean.class).single()).isTrue();
  }

  @Test
  void aVolunteerOpensTheSitesCodeWithoutNetworkAndItIsSentLater() {
    try (BrowserContext leaders = signedIn(leader); BrowserContext volunteers = signedIn(karim)) {
      Page shown = leaders.newPage();
      shown.navigate(cable.base() + "/organizations/" + organization + "/desk/shifts/" + shift + "/kit");
      shown.locator("#take-form button").click();
      shown.locator("#site-code").click();
      assertThat(shown.locator("#site-qr")).hasAttribute("data-address", java.util.regex.Pattern.compile(".*/here#.+"));
      Axe.findsNothing(shown);
      Browser.screenshot(shown, "site-1-code");
      Page phone = volunteers.newPage();
      phone.navigate(cable.base() + "/opportunities");
      Browser.waitForPart(phone, "here");
      cable.cut();
      phone.navigate("about:blank");
      phone.navigate(shown.locator("#site-qr").getAttribute("data-address"));
      assertThat(phone.locator("#claims .pill")).hasText("محفوظ في هاتفك");
      assertThat(phone.url()).isEqualTo(cable.base() + "/here");
      Axe.findsNothing(phone);
      Browser.screenshot(phone, "site-2-kept");
      assertThat(db.sql("select count(*) from attendance.deed where shift_id = " + shift).query(Integer.class).single()).isZero();
      cable.mend();
      phone.locator("#send").click();
      assertThat(phone.locator("#claims .pill")).hasText("مؤكَّد");
      Browser.screenshot(phone, "site-3-confirmed");
    }
    assertThat(db.sql("select via || ' ' || two_sided from attendance.deed where shift_id = " + shift).query(String.class).list()).containsExactly("site-code true");
  }

  @Test
  void signingOutTakesTheRosterFromThePhone() {
    try (BrowserContext phone = signedIn(leader)) {
      Page page = phone.newPage();
      page.navigate(cable.base() + "/organizations/" + organization + "/desk/shifts/" + shift + "/kit");
      page.locator("#take-form button").click();
      assertThat(page.locator("#roll > li")).hasCount(1);
      page.navigate(cable.base() + "/day");
      assertThat(page.locator("#days li")).hasCount(1);
      Axe.findsNothing(page);
      Browser.screenshot(page, "days");
      page.navigate(cable.base() + "/sessions");
      page.locator("form[action='/sign-out'] button").first().click();
      page.waitForLoadState();
      page.navigate(cable.base() + "/day");
      assertThat(page.locator("#none")).isVisible();
      assertThat(page.locator("#days li")).hasCount(0);
    }
  }

  private BrowserContext signedIn(AccountId who) {
    BrowserContext phone = Browser.phone();
    phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(who)).setUrl(cable.base())));
    return phone;
  }
}
