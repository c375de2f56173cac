package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The import desk as people see it. */
@WorldTest
class DeskTests {

  private static final String TABLE = "الرقم,العنوان,الهيئة,الولاية,البلدية,التاريخ,عدد الأماكن,ملاحظات\n"
      + "1,حملة نظافة الحي,جمعية رواد الخير,سطيف,العلمة,2026-12-05,20,قفازات\n2,Collecte de livres,Association Les Amis du Livre,Alger,Kouba,2026-12-06,8,\n3,دون مكان صحيح,جمعية رواد الخير,99,العلمة,2026-12-06,8,\n";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @Test
  void aTableIsBroughtLookedAtStoredAndTakenBack() {
    AccountId karima = SignIn.administrator("كريمة");
    for (String way : List.of("phone-ar", "desktop-ar", "phone-fr", "desktop-fr")) {
      db.sql("update accounts.account set language = :language where id = :id").param("language", way.endsWith("ar") ? "ar" : "fr").param("id", karima.value()).update();
      String locale = way.endsWith("ar") ? "ar-DZ" : "fr-DZ";
      try (BrowserContext context = way.startsWith("phone") ? Browser.phone(locale) : Browser.desktop(locale)) {
        context.addCookies(List.of(new com.microsoft.playwright.options.Cookie(SignIn.COOKIE, SignIn.as(karima)).setUrl("http://localhost:" + port)));
        walk(context.newPage(), way);
      }
    }
  }

  private void walk(Page page, String way) {
    page.navigate("http://localhost:" + port + "/imports");
    look(page, way, "1-desk");
    page.check("input[name=kind][value=opportunities]");
    page.setInputFiles("input[type=file]", new FilePayload("فرص " + way + ".csv", "text/csv", TABLE.replace("رواد الخير", "رواد " + way).getBytes(StandardCharsets.UTF_8)));
    page.click("main form[enctype] button.button-primary");
    assertThat(page.url()).endsWith("/columns");
    look(page, way, "2-columns");
    page.fill("[name=hours]", "8");
    page.click("main form button.button-primary");
    assertThat(page.locator(".error-summary").count()).isOne();
    look(page, way, "3-columns-problem");
    page.fill("[name=hours]", "09:00-12:00");
    page.click("main form button.button-primary");
    look(page, way, "4-preview");
    assertThat(page.locator(".kpi .value").allInnerTexts()).containsExactly("3", "2", "0", "1");
    page.click("main form button.button-primary");
    page.waitForSelector(".pill-done");
    look(page, way, "5-done");
    assertThat(page.locator(".imports-faults tbody tr").count()).isOne();
    page.onDialog(dialog -> dialog.accept());
    page.click("main form button.button-danger");
    if (page.locator("dialog[open] .button-danger, dialog[open] [value=yes]").count() > 0) page.locator("dialog[open] button").first().click();
    page.waitForSelector(".pill-quiet");
    look(page, way, "6-undone");
  }

  private static void look(Page page, String way, String step) {
    var size = page.viewportSize();
    page.setViewportSize(size.width, 2600); // so that the bar at the bottom of a phone covers nothing
    Browser.screenshot(page, "imports-" + way + "-" + step);
    Axe.findsNothing(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("nothing sticks out of " + way + " " + step).isEqualTo(true);
    page.setViewportSize(size.width, size.height);
  }

  @Test
  void whoBringsNothingSeesNoDesk() {
    assertThat(new Visit(port).get("/imports").leadsTo()).startsWith("/sign-in");
    assertThat(Visit.as(port, SignIn.account("أمينة")).get("/imports").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.administrator("كريمة")).get("/imports/999999").status()).isEqualTo(404);
  }

  @Test
  void aFormWithoutAFileComesBackWithItsReasons() {
    Visit karima = Visit.as(port, SignIn.administrator("كريمة"));
    karima.get("/imports");
    Visit.Answer answer = karima.post("/imports", "kind", "stones");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".error-summary li")).hasSize(2);
  }
}
