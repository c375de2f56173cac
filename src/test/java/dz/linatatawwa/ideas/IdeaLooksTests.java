package dz.linatatawwa.ideas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Geolocation;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
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

/** The pages of ideas as people see them, and what scripts add to the form. */
@WorldTest
class IdeaLooksTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Ideas ideas;
  @Autowired IdeaComments comments;
  @Autowired IdeaBacking backing;
  @Autowired IdeaPictures pictures;
  @Autowired Adoptions adoptions;

  @Test
  void everyPageFitsAndIsReadableByEverybody() {
    IdeaScene scene = new IdeaScene(db, ideas);
    AccountId salim = SignIn.account("سليم بن عودة");
    OrganizationId hope = scene.organization(salim);
    Office.give(salim, "19");
    AccountId amina = IdeaScene.volunteer();
    IdeaId need = scene.need(amina);
    pictures.put(amina, need, IdeaPictures.Moment.BEFORE, "الوادي مسدود", IdeaScene.picture());
    pictures.put(amina, need, IdeaPictures.Moment.AFTER, "الوادي نظيف", IdeaScene.picture());
    IdeaId idea = scene.made(amina, new Proposal(IdeaKind.INITIATIVE, "دروس تدعيمية مجانية لتلاميذ البكالوريا في دور الشباب بكل بلديات الولاية وقراها البعيدة", "ساعتان كل سبت.\nمن جانفي إلى جوان.",
        "EDU", new WilayaCode("19"), new CommuneCode("1901"), null, true));
    scene.improvement(amina);
    long comment = ((Said.Done) comments.say(salim, idea, null, "هل من قاعة؟")).id();
    comments.say(amina, idea, comment, "نعم، دار الشباب");
    backing.support(salim, idea);
    assertThat(adoptions.adopt(salim, hope, need, "", "")).isInstanceOf(Adopted.Done.class);
    for (String way : List.of("phone-ar", "desktop-ar", "phone-fr", "desktop-fr")) {
      db.sql("update accounts.account set language = :language where id = :id").param("language", way.substring(way.length() - 2)).param("id", salim.value()).update();
      String locale = way.endsWith("ar") ? "ar-DZ" : "fr-DZ";
      try (BrowserContext context = way.startsWith("phone") ? Browser.phone(locale) : Browser.desktop(locale)) {
        context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(salim)).setUrl("http://localhost:" + port)));
        Page page = context.newPage();
        look(page, way, "list", "/ideas");
        look(page, way, "empty", "/ideas?q=zzzz&state=done");
        look(page, way, "near", "/ideas?lat=36.19&lon=5.4&view=map");
        look(page, way, "map", "/ideas?view=map");
        look(page, way, "idea", "/ideas/" + idea);
        look(page, way, "need", "/ideas/" + need);
        look(page, way, "reply", "/ideas/" + idea + "/comments/" + comment + "/reply");
        look(page, way, "report", "/ideas/" + idea + "/reports/new");
        look(page, way, "mine", "/ideas/mine");
        look(page, way, "followed", "/ideas/mine?show=followed");
        look(page, way, "answering", "/ideas/answering");
        look(page, way, "desk", "/organizations/" + hope + "/desk/ideas");
        look(page, way, "form", "/ideas/new?kind=need");
        page.click("main form.form button.button-primary");
        assertThat(page.locator(".error-summary").count()).isOne();
        seen(page, way, "form-problems");
      }
    }
  }

  @Test
  void whileATitleIsTypedWhatIsLikeItAppearsAndAPositionIsTakenOnlyOnAsking() {
    IdeaScene scene = new IdeaScene(db, ideas);
    scene.made(IdeaScene.volunteer(), new Proposal(IdeaKind.NEED, "غابة الصنوبر عند مدخل المدينة مليئة بالنفايات", "", "ENV", new WilayaCode("19"), new CommuneCode("1901"), null, false));
    try (BrowserContext phone = Browser.phone("ar-DZ")) {
      phone.grantPermissions(List.of("geolocation"));
      phone.setGeolocation(new Geolocation(36.19112, 5.41508));
      phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(IdeaScene.volunteer())).setUrl("http://localhost:" + port)));
      Page page = phone.newPage();
      page.navigate("http://localhost:" + port + "/ideas/new?kind=need");
      page.locator("[name=title]").pressSequentially("نفايات غابة الصنوبر");
      page.locator("#similar a").waitFor();
      assertThat(page.locator("#similar a").textContent()).contains("غابة الصنوبر عند مدخل المدينة");
      assertThat(page.locator("[name=lat]").inputValue()).as("nobody asked").isEmpty();
      page.click("[data-spot]");
      page.waitForFunction("document.querySelector('[name=lat]').value !== ''");
      page.fill("[name=about]", "أكياس وبقايا بناء على طول الطريق");
      page.click("main form.form button.button-primary");
      assertThat(page.url()).as("what was shown while typing stops nobody").matches(".*/ideas/\\d+");
      assertThat(page.locator("a[href^='geo:']").getAttribute("href")).isEqualTo("geo:36.1911,5.4151");
    }
  }

  @Test
  void whatAKindHasNoUseForIsHidden() {
    try (BrowserContext phone = Browser.phone("ar-DZ")) {
      Page page = phone.newPage();
      page.navigate("http://localhost:" + port + "/ideas/new?kind=improvement");
      assertThat(page.locator("[name=wilaya]").isVisible()).isFalse();
      assertThat(page.locator("[name=upload]").isVisible()).isFalse();
      page.check("[name=kind][value=need]");
      assertThat(page.locator("[name=wilaya]").isVisible()).isTrue();
      assertThat(page.locator("[name=upload]").isVisible()).isTrue();
    }
  }

  private void look(Page page, String way, String what, String path) {
    page.navigate("http://localhost:" + port + path);
    seen(page, way, what);
  }

  private static void seen(Page page, String way, String what) {
    var size = page.viewportSize();
    page.setViewportSize(size.width, 2600); // so that the bar at the bottom of a phone covers nothing
    Browser.screenshot(page, "ideas-" + way + "-" + what);
    Axe.findsNothing(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("nothing sticks out of " + way + " " + what).isEqualTo(true);
    page.setViewportSize(size.width, size.height);
  }
}
