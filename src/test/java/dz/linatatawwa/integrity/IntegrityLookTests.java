package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The pages of integrity on a phone in Arabic and on a desk in French: nothing hangs over, and a program finds no fault of accessibility. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrityLookTests {

  private static final Instant NINE = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(9)).plus(Duration.ofHours(8));
  private static final Instant LONG_AGO = Instant.parse("2025-03-01T09:00:00Z");

  @Autowired JdbcClient db;
  @Autowired JsonMapper json;
  @Autowired Checks checks;
  @Autowired Samples samples;
  @Autowired Integrity integrity;
  @Autowired Territories territories;
  @LocalServerPort int port;

  private AccountId setif;
  private AccountId oran;
  private AccountId administrator;
  private long volunteer;
  private long ghost;

  @BeforeAll
  void doubts() {
    Country country = new Country(db, json);
    List<Long> claims = new ArrayList<>();
    long organization = country.organization(LONG_AGO);
    long coordinator = country.coordinator(organization);
    volunteer = country.volunteer();
    claims.add(country.claim(volunteer, country.shift(country.opportunity(organization, Country.SETIF), NINE, Duration.ofHours(3))).confirmed(coordinator, Duration.ofHours(9)).note());
    claims.add(country.claim(volunteer, country.shift(country.opportunity(organization, Country.TAMANRASSET), NINE.plus(Duration.ofHours(4)), Duration.ofHours(3)))
        .confirmed(coordinator, Duration.ofHours(5)).note());
    ghost = country.shift(country.opportunity(organization, Country.EL_EULMA), NINE, Duration.ofHours(4));
    for (int i = 0; i < 9; i++) {
      claims.add(country.claim(country.volunteer(), ghost).flag("walk-in").entered(NINE.plus(Duration.ofDays(4))).confirmed(coordinator, Duration.ofSeconds(11)).note());
    }
    country.write();
    checks.lookAt(claims);
    samples.draw(new Draw("1001".repeat(16), 1_000), NINE, Instant.now());
    setif = Scene.supervisor(territories, "سمير بن يوسف", Scene.SETIF);
    oran = Scene.supervisor(territories, "ليندة قاسي", Scene.ORAN);
    administrator = SignIn.administrator("نادية بلقاسم");
    Office.give(administrator, (String) null);
    integrity.ask(setif, doubt("volunteer", volunteer), "volunteer", "كيف كنتم في سطيف وفي تمنراست في اليوم نفسه؟");
  }

  @Test
  void onAPhoneInArabic() {
    look("ar", 360);
  }

  @Test
  void onADeskInFrench() {
    look("fr", 1280);
  }

  private void look(String language, int width) {
    db.sql("update accounts.account set language = :language where id = any(:ids)").param("language", language)
        .param("ids", new Long[] {setif.value(), oran.value(), administrator.value(), volunteer}).update();
    String question = db.sql("select link from notices.notice where account_id = :id and kind = 'integrity-question'").param("id", volunteer).query(String.class).single();
    String sample = db.sql("select link from notices.notice where account_id = :id and kind = 'hours-sample' limit 1").param("id", volunteer).query(String.class).single();
    shown(setif, language, width, "queue", "/supervision/integrity");
    shown(setif, language, width, "shift", "/supervision/integrity/" + doubt("shift", ghost));
    shown(setif, language, width, "volunteer", "/supervision/integrity/" + doubt("volunteer", volunteer));
    shown(oran, language, width, "empty", "/supervision/integrity");
    shown(oran, language, width, "filtered", "/supervision/integrity?check=ring");
    shown(administrator, language, width, "weights", "/supervision/integrity/weights?distance=10&ghost=60");
    shown(new AccountId(volunteer), language, width, "sample", sample);
    shown(new AccountId(volunteer), language, width, "question", question);
  }

  private void shown(AccountId who, String language, int width, String name, String path) {
    try (BrowserContext context = Browser.context(Browser.options(language + "-DZ", width, 900))) {
      context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(who)).setUrl("http://localhost:" + port)));
      Page page = context.newPage();
      assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
      if (page.url().contains("/accesses/new")) {
        page.locator("input[name=reason]").first().check();
        page.locator("form[action='/accesses'] button[type=submit], form[action='/accesses'] button").last().click();
        page.waitForURL("**" + path);
      }
      page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
      Browser.screenshot(page, "integrity-" + name + "-" + language);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("nothing hangs over on " + path).isLessThanOrEqualTo(width);
      Axe.findsNothing(page);
    }
  }

  private long doubt(String about, long subject) {
    return db.sql("select id from integrity.doubt where about = :about and subject_id = :subject").param("about", about).param("subject", subject).query(Long.class).single();
  }
}
