package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.Visit.Answer;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class GateTests {

  @LocalServerPort int port;

  @Test
  void knowsWhoHasASession() {
    assertThat(new Visit(port).get("/api/session").body()).contains("\"signedIn\":false");
    assertThat(Visit.as(port, SignIn.account("أمينة")).get("/api/session").body()).contains("\"signedIn\":true").contains("أمينة");
  }

  @Test
  void leadsToSignInAndBack() {
    Answer answer = new Visit(port).get("/sessions?x=1");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.leadsTo()).isEqualTo("/sign-in?to=%2Fsessions%3Fx%3D1");
  }

  @Test
  void anUnknownPathIsMissingForEverybody() {
    assertThat(new Visit(port).get("/no-such-page").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("كريم")).get("/no-such-page").status()).isEqualTo(404);
  }

  @Test
  void refusesADeedWithoutTheTokenOfItsForm() {
    Visit amina = Visit.as(port, SignIn.account("أمينة"));
    Answer refused = amina.postBare("/sessions/others/end", "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.page().selectFirst("h1")).isNotNull();
    assertThat(amina.postBare("/sessions/others/end", "_csrf=AAAA").status()).isEqualTo(403);
  }

  @Test
  void refusesTheTokenOfAnotherSession() {
    Visit amina = Visit.as(port, SignIn.account("أمينة"));
    String hers = amina.get("/sessions").page().selectFirst("input[name=_csrf]").val();
    Visit karim = Visit.as(port, SignIn.account("كريم"));
    assertThat(karim.postBare("/sessions/others/end", "_csrf=" + hers).status()).isEqualTo(403);
    assertThat(amina.postBare("/sessions/others/end", "_csrf=" + hers).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void refusesADeedOfAnotherSitesPageEvenWithTheToken(String site) {
    Visit amina = Visit.as(port, SignIn.account("أمينة"));
    String token = amina.get("/sessions").page().selectFirst("input[name=_csrf]").val();
    assertThat(amina.postBare("/sessions/others/end", "_csrf=" + token, "Sec-Fetch-Site", site).status()).isEqualTo(403);
    assertThat(amina.postBare("/sessions/others/end", "_csrf=" + token, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
  void refusesAForeignOriginWhereTheBrowserTellsOnlyThat(String origin) {
    Visit amina = Visit.as(port, SignIn.account("أمينة"));
    String token = amina.get("/sessions").page().selectFirst("input[name=_csrf]").val();
    assertThat(amina.postBare("/sessions/others/end", "_csrf=" + token, "Origin", origin).status()).isEqualTo(403);
    assertThat(amina.postBare("/sessions/others/end", "_csrf=" + token, "Origin", "http://localhost:" + port).status()).isEqualTo(303);
  }

  @Test
  void showsAnOutdatedFormOfOursAgainWithAllThatWasTyped() {
    Visit visit = new Visit(port);
    Answer refused = visit.postBare("/sign-in", "_csrf=old&contact=amina%40example.dz", "Sec-Fetch-Site", "same-origin");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.page().selectFirst("form[action=/sign-in] input[name=contact]").val()).isEqualTo("amina@example.dz");
    String token = refused.page().selectFirst("form[action=/sign-in] input[name=_csrf]").val();
    assertThat(visit.postBare("/sign-in", "_csrf=" + token + "&contact=outdated%40example.dz", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(303);
  }

  @Test
  void showsNothingAgainThatAnotherSiteSent() {
    Answer refused = new Visit(port).postBare("/sign-in", "contact=amina%40example.dz", "Sec-Fetch-Site", "cross-site");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("amina@example.dz");
  }

  @Test
  void anApiCallIsRefusedAsAProblemDocument() {
    Visit amina = Visit.as(port, SignIn.account("أمينة"));
    Answer refused = amina.postBare("/api/session", "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
  }

  @Test
  void aPageWithoutAFormSetsNoCookieAndAPageWithOneDoes() {
    assertThat(new Visit(port).get("/no-such-page").setCookies()).isEmpty();
    Answer form = new Visit(port).get("/sign-in");
    assertThat(form.setCookies()).singleElement().asString().startsWith("visit=").contains("HttpOnly").contains("SameSite=Lax");
    assertThat(form.header("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void everyAnswerSaysWhatABrowserMayDo() {
    for (String path : new String[] {"/sign-in", "/no-such-page", "/%zz", "/a%2fb", "/sessions;jsessionid=1"}) {
      Answer answer;
      try {
        answer = new Visit(port).get(path);
      } catch (IllegalArgumentException notSentByThisClient) {
        continue;
      }
      assertThat(answer.header("Content-Security-Policy").orElse("none for " + path)).contains("default-src 'none'").contains("frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("Referrer-Policy")).isPresent();
    }
  }

  @Test
  void aBodyThatCannotBeReadIsNoFaultOfTheServer() {
    Answer answer = new Visit(port).postBare("/sign-in", "x", "Content-Type", "multipart/form-data");
    assertThat(answer.status()).isBetween(400, 499);
  }
}
