package dz.linatatawwa.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A volunteer takes a credential along and shows it; somebody else checks the file. */
@WorldTest
class CredentialJourneyTests {

  @LocalServerPort int port;
  @Autowired Credentials credentials;

  @Test
  void aVolunteerTakesAPictureAlongAndAnybodyChecksIt() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    try (BrowserContext phone = Browser.phone(); BrowserContext desktop = Browser.desktop("fr-DZ")) {
      phone.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(amina)).setUrl(at(""))));
      Page page = phone.newPage();
      looked(page, "/credentials", "credentials-empty-ar");
      Award gone = Awards.to(amina);
      credentials.issue(gone);
      credentials.revoke(gone.source(), "credentials.reason.left");
      CredentialId id = credentials.issue(Awards.to(amina));
      looked(page, "/credentials", "credentials-list-ar");
      looked(page, "/credentials/" + id, "credentials-own-ar");

      Download download = page.waitForDownload(() -> page.click("button[value=png]"));
      assertThat(download.suggestedFilename()).isEqualTo("linatatawwa-hours-50.png");
      byte[] file = Files.readAllBytes(download.path());
      page.check("input[value=INITIAL]");
      page.click("form[action$=sharing] .button-primary");
      assertThat(page.locator(".credentials-link").innerText()).endsWith("/credentials/" + id);
      Axe.findsNothing(page);
      Browser.screenshot(page, "credentials-own-shown-ar");

      Page other = desktop.newPage();
      looked(other, "/credentials/" + id, "credentials-shown-fr");
      assertThat(other.locator(".credentials-holder").innerText()).isEqualTo("أمينة ب.");
      looked(other, "/verify", "credentials-verify-fr");
      other.setInputFiles("#file", new FilePayload("badge.png", "image/png", file));
      other.click("main form .button-primary");
      assertThat(other.locator(".notice-success").innerText()).contains("Authentique");
      Axe.findsNothing(other);
      Browser.screenshot(other, "credentials-valid-fr");
      looked(other, "/issuer", "credentials-issuer-fr");
      looked(other, "/achievements/hours-50/1", "credentials-achievement-fr");
      looked(page, "/verify?code=WRONG", "credentials-unknown-ar");
      page.fill("#text", "{\"credentialSubject\":{},\"issuer\":\"" + at("/issuer") + "\"}");
      page.click("main form .button-primary");
      Browser.screenshot(page, "credentials-changed-ar");
      page.fill("#text", "");
      page.click("main form .button-primary");
      Axe.findsNothing(page);
      Browser.screenshot(page, "credentials-nothing-ar");
    }
  }

  private void looked(Page page, String path, String name) {
    page.navigate(at(path));
    Axe.findsNothing(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("overflows: " + path).isEqualTo(0);
    Browser.screenshot(page, name);
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
