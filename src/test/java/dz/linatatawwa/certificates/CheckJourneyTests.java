package dz.linatatawwa.certificates;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Cable;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class CheckJourneyTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Certificates certificates;
  @Autowired CertificateTable table;

  @Test
  void theCodeIsCheckedOnThePhoneWithANetworkAndWithout() {
    Scene scene = new Scene(db);
    AccountId amina = scene.amina();
    scene.hours(amina, LocalDate.of(2026, 3, 14), 270, Grade.A, scene.opportunity);
    Certificate made = ((Issued.Done) certificates.issue(amina, Asked.EVERYTHING, amina)).certificate();
    byte[] code = table.code(made.id()).orElseThrow();
    try (Cable cable = new Cable(port); BrowserContext phone = Browser.phone()) {
      String path = CertificateSeal.address("", made.number(), code);
      Page page = phone.newPage();
      page.navigate(cable.base() + path);
      assertThat(page.locator("#seal-genuine")).isVisible();
      assertThat(page.locator("#seal-name")).hasText("أمينة بلقاسم");
      assertThat(page.locator("#seal-minutes")).hasText("A 4:30");
      Axe.findsNothing(page);
      Browser.screenshot(page, "certificate-checked");
      Browser.waitForPart(page, "certificate");
      page.navigate("about:blank");
      cable.cut();
      page.navigate(cable.base() + path);
      assertThat(page.locator("#seal-offline")).isVisible();
      assertThat(page.locator("#seal-genuine")).isVisible();
      assertThat(page.locator("#seal-number")).hasText(made.number().shown());
      Browser.screenshot(page, "certificate-checked-offline");
      page.navigate("about:blank");
      page.navigate(cable.base() + path.substring(0, path.length() - 4) + "0000");
      assertThat(page.locator("#seal-changed")).isVisible();
      assertThat(page.locator("#seal-genuine")).isHidden();
    }
  }
}
