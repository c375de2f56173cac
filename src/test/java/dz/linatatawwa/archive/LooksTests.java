package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the archive as people see them: on a phone and on a screen, in Arabic and in French, with long names and with mistakes. */
@WorldTest
class LooksTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired ListedOperations shelf;
  @Autowired Twins twins;

  @Test
  void everyPageFitsAndIsReadableByEverybody() {
    ArchiveScene scene = new ArchiveScene(db);
    AccountId salim = SignIn.account("سليم");
    OrganizationId hope = scene.organization("الجمعية الولائية لحماية البيئة والغابات والمساحات الخضراء والتنمية المستدامة", salim);
    Office.give(salim, "19");
    OperationId first = scene.published(shelf, "غرس أشجار الصنوبر والزيتون بجبل مقرس مع تلاميذ المدارس وسكان القرى المجاورة", "2019-12-05", "19", "1901", "جمعية البيئة");
    OperationId second = scene.published(shelf, "غرس أشجار الصنوبر والزيتون بجبل مقرس مع تلاميذ المدارس وسكان القرى", "2019-12-05", "19", "1901", "جمعية البيئة");
    scene.published(shelf, "Nettoyage de la plage", "2021-07-10", "16", "1601", "Éco-Alger");
    db.sql("insert into archive.unit (operation_id, unit, quantity) values (:id, 'trees', 1200), (:id, 'meals', 85)").param("id", first.value()).update();
    db.sql("update archive.operation set about = 'خرجنا صباحًا وغرسنا حتى الظهر.' where id = :id").param("id", first.value()).update();
    db.sql("insert into archive.press (operation_id, ordinal, url) values (:id, 0, 'https://example.dz/akhbar/2019')").param("id", first.value()).update();
    shelf.refresh(List.of(first.value(), second.value()));
    twins.lookAround(List.of(first.value(), second.value()));
    for (String way : List.of("phone-ar", "desktop-ar", "phone-fr", "desktop-fr")) {
      db.sql("update accounts.account set language = :language where id = :id").param("language", way.substring(way.length() - 2)).param("id", salim.value()).update();
      String locale = way.endsWith("ar") ? "ar-DZ" : "fr-DZ";
      try (BrowserContext context = way.startsWith("phone") ? Browser.phone(locale) : Browser.desktop(locale)) {
        context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(salim)).setUrl("http://localhost:" + port)));
        Page page = context.newPage();
        look(page, way, "list", "/archive");
        look(page, way, "empty", "/archive?q=zzzz&year=2019");
        look(page, way, "places", "/archive?view=places");
        look(page, way, "show", "/archive/" + first);
        look(page, way, "form", "/archive/operations/new?organization=" + hope);
        page.click("main form.form button[value=send]");
        assertThat(page.locator(".error-summary").count()).isOne();
        seen(page, way, "form-problems");
        page.fill("[name=title]", "حملة تنظيف الوادي");
        page.fill("[name=first]", "2020-02-01");
        page.check("[name=several]");
        page.click("main form.form button[value=keep]");
        assertThat(page.url()).matches(".*/archive/operations/\\d+");
        seen(page, way, "own");
        look(page, way, "desk", "/organizations/" + hope + "/desk/operations");
        look(page, way, "twins", "/supervision/twins");
        look(page, way, "twin", "/supervision/twins/" + first + "-" + second);
      }
    }
  }

  private void look(Page page, String way, String what, String path) {
    page.navigate("http://localhost:" + port + path);
    seen(page, way, what);
  }

  private static void seen(Page page, String way, String what) {
    var size = page.viewportSize();
    page.setViewportSize(size.width, 2600); // so that the bar at the bottom of a phone covers nothing
    Browser.screenshot(page, "archive-" + way + "-" + what);
    Axe.findsNothing(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("nothing sticks out of " + way + " " + what).isEqualTo(true);
    page.setViewportSize(size.width, size.height);
  }
}
