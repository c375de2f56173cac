package dz.linatatawwa.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class OrganizationLookTests {

  @Autowired Organizations organizations;
  @Autowired Standing standing;
  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void pagesOfOrganisationsAndSupervisionHaveNoFaultOfAccess() {
    AccountId supervisor = Scene.supervisor(territories, "سمير بوزيد", Scene.SETIF);
    AccountId administrator = SignIn.administrator("مريم حداد");
    Office.give(administrator, (String) null);
    OrganizationId shown = verified("جمعية ناس الخير سطيف", supervisor);
    organizations.answersIn(shown, 190);
    OrganizationId suspended = verified("جمعية الأمل للتضامن", supervisor);
    standing.suspend(supervisor, suspended, "no-mandate", "انتهت عهدة المكتب ولم يُنتخب غيره");
    OrganizationId waiting = organizations.register(Scene.profile("جمعية ناس الخير سطيفف"), SignIn.account("نادية بلقاسم"));
    OrganizationId refused = organizations.register(Scene.profile("نادي البيئة", "Club de l’environnement", Scope.WILAYA, Scene.SETIF,
        new CommuneCode("1920")), owner(waiting));
    decide(refused, supervisor, new Decision("refused", "unclear-papers", "الوصل غير مقروء، أرسلوا صورة أوضح"));
    String matter = "/supervision/" + matters.waiting(Organizations.VERIFICATION, waiting.value()).orElseThrow().id().value();
    AccountId owner = owner(waiting);
    look(null, "list", "/organizations", "show", "/organizations/" + shown, "suspended", "/organizations/" + suspended, "none", "/organizations?q=zzz");
    look(owner, "new", "/organizations/new", "desk", "/organizations/" + waiting + "/desk", "members", "/organizations/" + waiting + "/desk/members",
        "profile", "/organizations/" + waiting + "/desk/profile", "refused", "/organizations/" + refused + "/desk", "mine", "/organizations/mine",
        "invitations", "/organizations/invitations");
    look(supervisor, "queue", "/supervision", "case", matter, "oversight", "/organizations/" + shown + "/oversight");
    look(administrator, "people", "/supervision/people", "audit", "/supervision/audit");
  }

  /** Every fault a program can see on a desktop in Arabic; on a phone, in French too, whether something sticks out at the side. */
  private void look(@Nullable AccountId person, String... namesAndPaths) {
    for (BrowserContext context : List.of(Browser.desktop("ar-DZ"), Browser.phone("ar-DZ"), Browser.phone("fr-DZ"))) {
      if (person != null) context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(person)).setDomain("localhost").setPath("/")));
      Page page = context.newPage();
      for (int i = 0; i < namesAndPaths.length; i += 2) {
        page.navigate("http://localhost:" + port + namesAndPaths[i + 1]);
        Browser.screenshot(page, "organizations-" + namesAndPaths[i] + "-" + page.evaluate("document.documentElement.lang") + "-" + page.viewportSize().width);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(namesAndPaths[i]).isEqualTo(0);
        if (page.viewportSize().width > 1000) Axe.findsNothing(page);
      }
      context.close();
    }
  }

  private AccountId owner(OrganizationId id) {
    return organizations.coordinators(id).getFirst();
  }

  private OrganizationId verified(String name, AccountId supervisor) {
    OrganizationId id = organizations.register(Scene.profile(name), SignIn.account("مالك"));
    decide(id, supervisor, new Decision("verified", null, null));
    return id;
  }

  private void decide(OrganizationId id, AccountId supervisor, Decision decision) {
    matters.decide(supervisor, matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().id(), decision);
  }
}
