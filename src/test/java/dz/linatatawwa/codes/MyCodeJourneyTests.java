package dz.linatatawwa.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** My code in a browser: made by the phone, renewed, without network, and gone when it is withdrawn. */
@WorldTest
class MyCodeJourneyTests {

  private static final String SHOWN = ".codes-qr svg[data-text]";

  @LocalServerPort int port;
  @Autowired PersonalCodes codes;
  @Autowired JdbcClient db;

  @Test
  void aPhoneShowsCodesOfItsOwnAlsoWithoutNetwork() {
    AccountId amina = aminaWithAShift();
    try (BrowserContext phone = Browser.phone()) {
      Page page = opened(phone, amina);
      String first = shown(page);
      assertThat(genuine(first)).isEqualTo(amina);
      Axe.findsNothing(page);
      Browser.screenshot(page, "code-ar");
      page.waitForCondition(() -> !shown(page).equals(first), new Page.WaitForConditionOptions().setTimeout(17_000));
      assertThat(genuine(shown(page))).as("renewed by itself").isEqualTo(amina);
      page.waitForFunction("navigator.serviceWorker.controller || navigator.serviceWorker.ready");
      page.waitForFunction("async () => { for (const name of await caches.keys()) if (await (await caches.open(name)).match('/code/large?lang=ar')) return true; }");
      page.reload();
      page.waitForSelector(SHOWN);
      phone.setOffline(true);
      page.navigate("http://localhost:" + port + "/code/large");
      page.waitForSelector(SHOWN);
      assertThat(genuine(shown(page))).as("without network").isEqualTo(amina);
      Browser.screenshot(page, "code-large");
      page.navigate("http://localhost:" + port + "/code");
      page.waitForSelector(SHOWN);
      assertThat(page.locator(".codes-digits b").innerText()).isNotBlank();
    }
  }

  @Test
  void aWithdrawnPhoneMakesItselfANewKeyWhenItsOwnerComesBack() {
    AccountId amina = aminaWithAShift();
    try (BrowserContext phone = Browser.phone("fr-DZ")) {
      Page page = opened(phone, amina);
      String before = shown(page);
      page.navigate("http://localhost:" + port + "/code?lang=fr");
      page.waitForSelector(SHOWN);
      Browser.screenshot(page, "code-fr");
      codes.revokeAll(amina);
      assertThat(codes.read(before, Instant.now())).isEqualTo(new Reading.Refused(Reading.Why.REVOKED));
      page.reload();
      page.waitForSelector(SHOWN);
      assertThat(genuine(shown(page))).isEqualTo(amina);
    }
  }

  @Test
  void withoutScriptsThePlatformMakesTheCode() {
    AccountId amina = aminaWithAShift();
    try (BrowserContext phone = Browser.withoutScripts()) {
      phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(amina)).setUrl("http://localhost:" + port)));
      Page page = phone.newPage();
      page.navigate("http://localhost:" + port + "/code");
      assertThat(page.locator(".codes-qr svg").count()).isEqualTo(1);
      Browser.screenshot(page, "code-no-script");
    }
    try (BrowserContext desk = Browser.desktop("ar-DZ")) {
      Page page = opened(desk, amina);
      Browser.screenshot(page, "code-desktop");
      page.navigate("http://localhost:" + port + "/desk");
      Browser.screenshot(page, "code-desk");
    }
  }

  private AccountId aminaWithAShift() {
    AccountId amina = Someone.amina().volunteer();
    Scene scene = new Scene(db);
    ShiftId shift = scene.coming(scene.opportunity(scene.organization(scene.account("مسؤول")), "at-once", 16), 5);
    scene.seat(shift, amina);
    return amina;
  }

  private Page opened(BrowserContext phone, AccountId person) {
    phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(person)).setUrl("http://localhost:" + port)));
    Page page = phone.newPage();
    page.navigate("http://localhost:" + port + "/code");
    page.waitForSelector(SHOWN);
    return page;
  }

  private static String shown(Page page) {
    return page.locator(SHOWN).getAttribute("data-text");
  }

  private AccountId genuine(String text) {
    Reading reading = codes.read(text, Instant.now());
    assertThat(reading).isInstanceOf(Reading.Genuine.class);
    assertThat(((Reading.Genuine) reading).twoSided()).isTrue();
    return ((Reading.Genuine) reading).account();
  }
}
