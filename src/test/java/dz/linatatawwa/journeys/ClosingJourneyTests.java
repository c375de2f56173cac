package dz.linatatawwa.journeys;

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
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator closes a day of twelve people on a phone in Arabic, with three exceptions and an incident; every tap is counted. */
@WorldTest
class ClosingJourneyTests {

  /** What a practised thumb needs, after Card, Moran and Newell: to find and to tap, and for each character that is typed. */
  private static final double SECONDS_A_TAP = 3;
  private static final double SECONDS_A_CHARACTER = 0.5;

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  private int taps;
  private int characters;

  @Test
  void aDayOfTwelveIsClosedWithinFiveMinutesAndFewTaps() {
    Scene scene = new Scene(db);
    AccountId coordinator = scene.account("أمينة بلقاسم");
    long organization = scene.organization(coordinator);
    ShiftId shift = scene.shift(scene.opportunity(organization, "at-once", 16), Instant.now().minus(Duration.ofHours(5)), Duration.ofHours(4), 14);
    List<AccountId> people = scene.volunteers(12);
    for (int i = 0; i < people.size(); i++) attend(scene, shift, people.get(i), coordinator, i);
    try (BrowserContext phone = Browser.phone()) {
      phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(coordinator)).setUrl("http://localhost:" + port)));
      Page page = phone.newPage();
      page.setDefaultTimeout(60_000);
      page.navigate("http://localhost:" + port + "/organizations/" + organization + "/desk/shifts/" + shift);
      Instant began = Instant.now();
      Duration looked = close(page);
      double machine = Duration.between(began, Instant.now()).minus(looked).toMillis() / 1000.0;
      double person = taps * SECONDS_A_TAP + characters * SECONDS_A_CHARACTER;
      System.out.printf("closing a day of 12 people, 3 exceptions, 1 incident: %d taps, %d characters; %.1f s of the machine, about %.0f s of a person%n",
          taps, characters, machine, person);
      assertThat(taps).isLessThanOrEqualTo(16);
      assertThat(person + machine).isLessThan(300);
    }
    assertThat(db.sql("select count(*) from hours.claim where shift_id = " + shift).query(Integer.class).single()).isEqualTo(12);
    assertThat(db.sql("select count(*) from notices.notice where kind = 'thanks'").query(Integer.class).single()).isEqualTo(12);
    assertThat(db.sql("select count(*) from daybook.incident where shift_id = " + shift).query(Integer.class).single()).isEqualTo(1);
  }

  /** @return time spent on looking for faults, which no coordinator does */
  private Duration close(Page page) {
    tap(page.locator("main .actions a[href$='/closing']"));
    Duration looked = look(page, "closing-1-begun");
    tap(page.locator("form[action$='/closing/proposal'] button"));
    for (int left = 3; left > 0; left--) {
      tap(page.locator("#exceptions form[action$='/answers'] button.button-primary").first());
      assertThat(page.locator("#exceptions form[action$='/answers'] button.button-primary").count()).isEqualTo(left - 1);
    }
    page.reload();
    assertThat(page.locator(".daybook-answered").count()).as("half-done work is there after a reload").isEqualTo(3);
    tap(page.locator("form[action$='/thanks'] button"));
    type(page.locator("#achieved-quantity"), "85");
    tap(page.locator(".daybook-line button").first());
    tap(page.locator("a[href$='/incidents/new']"));
    looked = looked.plus(look(page, "closing-2-incident"));
    type(page.locator("#time"), time());
    type(page.locator("#words"), "انزلق متطوع قرب المدخل وجُرحت يده");
    tap(page.locator("form[action$='/incidents'] button.button-primary"));
    tap(page.locator("main .daybook-back a"));
    looked = looked.plus(look(page, "closing-3-ready"));
    tap(page.locator("form[action$='/closure'] button"));
    assertThat(page.locator("main a[href*='/desk/hours/']").count()).isEqualTo(1);
    return looked.plus(look(page, "closing-4-closed"));
  }

  /** Nine came and went as planned, one is still in, one stayed long, the end of one was proposed. */
  private void attend(Scene scene, ShiftId shift, AccountId who, AccountId by, int number) {
    scene.seat(shift, who);
    String out = number == 0 ? "null" : number == 1 ? "s.ends_at + interval '25 minutes'" : "s.ends_at - interval '3 minutes'";
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by)
        select s.id, a.volunteer_id, a.id, s.starts_at + interval '2 minutes', :by, %s, :by
        from participation.application a join opportunities.shift s on s.id = a.shift_id where a.shift_id = :shift and a.volunteer_id = :who
        """.formatted(out)).param("by", by.value()).param("shift", shift.value()).param("who", who.value()).update();
    if (number == 2) {
      db.sql("update attendance.attendance set out_proposed = true where shift_id = :shift and volunteer_id = :who").param("shift", shift.value())
          .param("who", who.value()).update();
    }
  }

  private static String time() {
    return Instant.now().minus(Duration.ofHours(2)).atZone(dz.linatatawwa.language.Words.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }

  private void tap(Locator what) {
    taps++;
    what.click();
    what.page().waitForLoadState();
  }

  private void type(Locator field, String text) {
    taps++;
    characters += text.length();
    field.fill(text);
  }

  private static Duration look(Page page, String name) {
    Instant began = Instant.now();
    Axe.findsNothing(page);
    Browser.screenshot(page, name);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).as("no sideways scrolling").isEqualTo(true);
    return Duration.between(began, Instant.now());
  }
}
