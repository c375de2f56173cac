package dz.linatatawwa.entrances;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.world.Others;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A provider that others wrote and that the OpenID Foundation has certified lets people in. */
@WorldTest
class RealProviderTests {

  @LocalServerPort int port;
  @Autowired Entrances entrances;

  @Test
  void aCertifiedProviderLetsInWhoItVerifiedAlsoAfterItChangedItsKeys() throws Exception {
    Others.needed();
    try (Others.Server provider = Others.serve("provider.mjs")) {
      String issuer = "http://localhost:" + provider.port();
      EntranceId id = entrances.add(new EntranceWish(null, "جامعة حقيقية", null, issuer, "linatatawwa", "a-secret-of-the-test-only-32-chars", List.of("univ.example"), null, List.of(), List.of(),
          FirstRole.NONE), SignIn.administrator("مديرة")).orElseThrow();
      String redirect = "http://localhost:" + port + "/sign-in/with/" + id + "/back";
      control(issuer, "sub=amina&redirect=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8));

      AccountId amina = SignIn.account("أمينة");
      Visit linking = Visit.as(port, amina);
      assertThat(through(linking, id).leadsTo()).isEqualTo("/entrances/link");
      assertThat(linking.get("/entrances/link").page().text()).contains("amina@univ.example");
      linking.post("/entrances/link");
      Visit fresh = new Visit(port);
      assertThat(through(fresh, id).leadsTo()).isEqualTo("/desk");
      assertThat(fresh.get("/sessions").status()).isEqualTo(200);

      control(issuer, "kid=two");
      assertThat(through(new Visit(port), id).leadsTo()).as("signed with a key that we had not seen").isEqualTo("/desk");
      control(issuer, "sub=karim");
      assertThat(through(new Visit(port), id).leadsTo()).as("an address that it did not verify").isEqualTo("/sign-in");
    }
  }

  /** The person's browser goes to the provider, which asks what it asks, and comes back. */
  private static Visit.Answer through(Visit visit, EntranceId id) throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
    URI at = URI.create(visit.get("/sign-in/with/" + id).header("Location").orElseThrow());
    for (int steps = 0; steps < 12; steps++) {
      if (at.getPath().endsWith("/back")) return visit.get(at.getRawPath() + "?" + at.getRawQuery());
      HttpResponse<String> page = browser.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
      at = at.resolve(page.headers().firstValue("Location").orElseThrow(() -> new AssertionError(page.statusCode() + " " + page.body())));
    }
    throw new AssertionError("the provider does not send the person back: " + at);
  }

  private static void control(String issuer, String query) throws IOException, InterruptedException {
    HttpResponse<String> done = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(issuer + "/control?" + query)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(done.body()).isEqualTo("done");
  }
}
