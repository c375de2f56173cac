package dz.linatatawwa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way, with real clicks on a phone in Arabic: from a first visit to a confirmed volunteer hour, a badge, and the figure on the front page. */
@WorldTest
class BridgeJourneyTests {

  private static final Pattern TEN_HOURS = Pattern.compile("1[01]");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Listings listings;

  private long organization;
  private AccountId coordinator;

  @BeforeEach
  void anAssociationWantsHelpTomorrow() {
    TestClock.one().back();
    coordinator = SignIn.account("سميرة بن علي");
    organization = db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأمل لحماية البيئة', 'جمعيه الامل لحمايه البيئه', 'communal', '19', '1901', 'verified', now()) returning id
        """).query(Long.class).single();
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, 'owner')")
        .param("organization", organization).param("account", coordinator.value()).update();
    long opportunity = db.sql("""
        insert into opportunities.opportunity (organization_id, title, summary, description, field_code, activity_code, wilaya_code, commune_code, min_age, answer,
            state, published_at)
        values (:organization, 'حملة تشجير في جبل مقرس', 'غرس شجيرات الصنوبر', 'نلتقي صباحًا ونغرس معًا.', 'ENV', 'ENV-01', '19', '1901', 16, 'by-hand', 'published', now())
        returning id
        """).param("organization", organization).query(Long.class).single();
    db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
        values (:opportunity, date_trunc('minute', now()) + interval '2 hours', date_trunc('minute', now()) + interval '13 hours', 5)
        """).param("opportunity", opportunity).update();
    listings.refresh(List.of(new OpportunityId(opportunity)));
  }

  @AfterEach
  void timeGoesBack() {
    TestClock.one().back();
  }

  @Test
  void fromAFirstVisitToAConfirmedHourABadgeAndTheFigureOfTheCountry() {
    try (BrowserContext phone = Browser.phone(); BrowserContext desk = Browser.phone()) {
      Page visitor = phone.newPage();
      apply(visitor);
      desk.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(coordinator)).setUrl(base())));
      Page runner = desk.newPage();
      accept(runner);
      comeAndGo(runner);
      confirm(runner);
      seeTheHours(visitor);
    }
  }

  private void apply(Page visitor) {
    visitor.navigate(base() + "/");
    visitor.locator("input[name=q]").first().fill("تشجير");
    visitor.locator("input[name=q]").first().press("Enter");
    visitor.waitForURL("**/opportunities?**");
    Axe.findsNothing(visitor);
    visitor.locator("main a", new Page.LocatorOptions().setHasText("حملة تشجير في جبل مقرس")).first().click();
    Axe.findsNothing(visitor);
    visitor.locator("main a[href*='/apply']").last().click();
    visitor.locator("input[name=name]").fill("أمينة بوزيد");
    visitor.locator("input[name=contact]").fill("amina@example.dz");
    send(visitor, "/applications");
    visitor.locator("input[name=code]").fill(SignIn.code("amina@example.dz"));
    send(visitor, "/code");
    visitor.locator("input[name=birthYear]").fill("2002");
    visitor.locator("select[name=wilaya]").selectOption("19");
    visitor.locator("select[name=commune]").selectOption("1901");
    send(visitor, "/facts");
    visitor.waitForURL("**/done**");
    Browser.screenshot(visitor, "journey-1-applied");
    soon("select state from participation.application", "pending");
  }

  private void accept(Page runner) {
    runner.navigate(base() + "/organizations/" + organization + "/desk/applications");
    Axe.findsNothing(runner);
    runner.locator("input[name=ids]").first().check();
    Browser.screenshot(runner, "journey-2-applications");
    runner.locator("form[action$='/applications/acceptances'] button.button-primary").click();
    runner.waitForLoadState();
    soon("select state from participation.application", "accepted");
  }

  private void comeAndGo(Page runner) {
    TestClock.one().goAhead(Duration.ofMinutes(119));
    String roster = base() + "/organizations/" + organization + "/desk/shifts/" + db.sql("select id from opportunities.shift").query(Long.class).single();
    runner.navigate(roster);
    Axe.findsNothing(runner);
    Browser.screenshot(runner, "journey-3-roster");
    runner.locator("form[action$='/attendance'] button.button-primary").first().click();
    assertThat(runner.locator("li.attendance-in")).hasCount(1);
    TestClock.one().goAhead(Duration.ofMinutes(660));
    runner.navigate(roster);
    runner.locator(".attendance-deed form[action$='/attendance'] button").first().click();
    assertThat(runner.locator("li.attendance-out")).hasCount(1);
    TestClock.one().goAhead(Duration.ofMinutes(5));
    runner.navigate(roster);
    runner.locator("main .actions a[href$='/closing']").click();
    runner.locator("form[action$='/closure'] button").click();
    soon("select count(*)::text from attendance.closure", "1");
    soon("select state from hours.claim", "proposed");
  }

  private void confirm(Page runner) {
    runner.navigate(base() + "/organizations/" + organization + "/desk/hours");
    Axe.findsNothing(runner);
    runner.locator("main a[href*='/desk/hours/']").first().click();
    Browser.screenshot(runner, "journey-4-hours-to-confirm");
    Axe.findsNothing(runner);
    runner.locator("form[action*='confirmation'] button").first().click();
    yes(runner);
    soon("select state from hours.claim", "confirmed");
  }

  private void seeTheHours(Page visitor) {
    visitor.navigate(base() + "/hours");
    Axe.findsNothing(visitor);
    Browser.screenshot(visitor, "journey-5-book");
    assertThat(visitor.locator("main")).containsText("حملة تشجير في جبل مقرس");
    assertThat(visitor.locator("main")).containsText("سميرة بن علي");
    visitor.navigate(base() + "/badges");
    Axe.findsNothing(visitor);
    Browser.screenshot(visitor, "journey-6-badges");
    soon("select key from recognition.holding h join recognition.definition d on d.id = h.definition_id where withdrawn_at is null and key like 'hours-%'",
        "hours-10");
    visitor.navigate(base() + "/desk");
    Axe.findsNothing(visitor);
    Browser.screenshot(visitor, "journey-7-desk");
    visitor.context().clearCookies();
    visitor.navigate(base() + "/");
    Axe.findsNothing(visitor);
    Browser.screenshot(visitor, "journey-8-front-page");
    assertThat(visitor.locator("main")).containsText(TEN_HOURS);
  }

  /** Presses the one button of the form whose address ends so, and waits for the page after it. */
  private static void send(Page page, String end) {
    page.locator("main form[action$='" + end + "'] button.button-primary, main form[action*='" + end + "'] button.button-primary").first().click();
    page.waitForLoadState();
  }

  /** Answers the question that a dialog asks, where one opened. */
  private static void yes(Page page) {
    page.waitForTimeout(300);
    if (page.locator("dialog[open]").count() > 0) page.locator("dialog[open] button.button-primary, dialog[open] button.button-danger").first().click();
    page.waitForLoadState();
    page.waitForTimeout(200);
  }

  /** The one row that the database has as soon as the page's request has come through. */
  private void soon(String sql, String expected) {
    await().untilAsserted(() -> assertThat(db.sql(sql).query(String.class).list()).containsExactly(expected));
  }

  private String base() {
    return "http://localhost:" + port;
  }
}
