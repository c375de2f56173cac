package dz.linatatawwa.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of a lost or given-away number, as people walk through them: on a phone in Arabic, at a desk in French. */
@WorldTest
class RecoveryLookTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(671_600_000);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired PersonalCodes codes;

  private String name;

  @Test
  void onAPhoneInArabic() {
    walk(Browser.phone("ar-DZ"), "ar-360");
  }

  @Test
  void onADeskInFrench() {
    walk(Browser.desktop("fr-DZ"), "fr-1280");
  }

  private void walk(BrowserContext context, String walk) {
    TestClock.one().back();
    db.sql("delete from accounts.allowance").update();
    name = walk;
    Scene scene = new Scene(db);
    AccountId nadia = scene.volunteer("نادية عمران", 1999);
    AccountId coordinator = scene.account("رشيد بن يوسف");
    long organization = scene.organization(coordinator);
    scene.seat(scene.today(scene.opportunity(organization, "at-once", 15), 5), nadia);
    String old = "+213" + NUMBERS.addAndGet(100_000);
    db.sql("update accounts.account set phone = :old, phone_proved_at = now() - interval '300 days' where id = :id").param("old", old).param("id", nadia.value()).update();
    try (context) {
      Page page = context.newPage();
      asleep(page, old);
      String fresh = "+213" + NUMBERS.addAndGet(100_000);
      comesBack(page, fresh, codes.card(nadia));
      vouches(context, page, coordinator, organization, nadia);
      context.clearCookies();
      prove(page, fresh);
      look(page, "state-waits");
      page.navigate(site(db.sql("select link from notices.notice where kind = 'recovery' and account_id = :id").param("id", nadia.value()).query(String.class).single()));
      look(page, "stop");
      TestClock.one().goAhead(Duration.ofHours(73));
      context.clearCookies();
      prove(page, fresh);
      look(page, "state-ready");
      page.locator("form[action='/recovery/entry'] button").click();
      look(page, "contact-held");
      page.navigate(site("/contact/hold"));
      look(page, "hold");
      page.navigate(site("/authenticator"));
      look(page, "authenticator-held");
      page.navigate(site(db.sql("select n.link from notices.notice n join notices.delivery d on d.notice_id = n.id where n.kind = 'contact-changed' and d.address = :old").param("old", old)
          .query(String.class).single()));
      look(page, "undo");
    }
  }

  private void asleep(Page page, String old) {
    page.navigate(site("/sign-in"));
    page.locator("#contact").fill(old);
    page.locator("form[action='/sign-in'] button").click();
    page.locator("#code").fill(SignIn.code(old));
    page.locator("form[action='/sign-in/code'] button").click();
    look(page, "asleep");
    page.locator("#second").fill("123456");
    page.locator("form[action='/sign-in/asleep/second'] button").click();
    look(page, "asleep-wrong");
    page.locator("#other").fill("somebody@example.dz");
    page.locator("form[action='/sign-in/asleep/contact'] button").click();
    look(page, "asleep-code");
    page.context().clearCookies();
  }

  private void comesBack(Page page, String fresh, String card) {
    page.navigate(site("/recovery"));
    look(page, "begin");
    prove(page, fresh);
    look(page, "card");
    page.locator("#card").fill("LT2:XYZ");
    page.locator("#year").fill("1999");
    page.locator("form[action='/recovery/request'] button[type=submit], form[action='/recovery/request'] .actions button").first().click();
    look(page, "card-wrong");
    page.locator("#card").fill(card);
    page.locator("form[action='/recovery/request'] button[type=submit], form[action='/recovery/request'] .actions button").first().click();
    look(page, "letters");
  }

  private void vouches(BrowserContext context, Page page, AccountId coordinator, long organization, AccountId person) {
    context.clearCookies();
    context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(coordinator)).setUrl(site(""))));
    page.navigate(site("/organizations/" + organization + "/desk/vouching?lang=" + name.substring(0, 2)));
    look(page, "vouching");
    page.locator("#reference").fill(db.sql("select reference from recovery.request where account_id = :id and stopped_at is null").param("id", person.value()).query(String.class).single());
    page.locator("form[action$='/desk/vouching'] button").last().click();
    look(page, "person");
    page.locator("#knows").check();
    page.locator("form[action$='/desk/vouching'] button").last().click();
    look(page, "vouched");
  }

  private void prove(Page page, String contact) {
    db.sql("delete from accounts.allowance").update();
    page.navigate(site("/recovery"));
    page.locator("#contact").fill(contact);
    page.locator("form[action='/recovery'] button").click();
    page.locator("#code").fill(SignIn.code(contact));
    page.locator("form[action='/recovery/code'] button").click();
  }

  private void look(Page page, String what) {
    Browser.screenshot(page, "recovery-" + name + "-" + what);
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    page.setViewportSize(width, 2400); // else the bar at the bottom of a phone lies on whatever happens to be below it
    Axe.findsNothing(page);
    page.setViewportSize(width, height);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("wider than the screen: " + name + " " + what).isLessThanOrEqualTo(0);
  }

  private String site(String path) {
    return "http://localhost:" + port + path;
  }
}
