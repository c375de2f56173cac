package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class LargeBodyTests {

  private static final int MB = 1 << 20;

  @LocalServerPort int port;

  @Test
  void aFileOverItsPagesLimitIsRefusedBesideTheField() {
    Visit.Answer answer = Visit.as(port, SignIn.administrator("مديرة")).reading("fr").postFile("/imports", "file", "grand.csv", "text/csv", letters(11 * MB), "kind", "organizations");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("[aria-invalid=true]")).isNotEmpty();
  }

  @Test
  void aBodyOverEveryLimitGetsAPageInTheVisitorsLanguage() {
    Visit.Answer french = new Visit(port).reading("fr").postFile("/imports", "file", "enorme.csv", "text/csv", letters(30 * MB), "kind", "organizations");
    assertThat(french.status()).isEqualTo(413);
    assertThat(french.page().select("h1").text()).isEqualTo("Envoi trop lourd");
    Visit.Answer arabic = new Visit(port).postBare("/sign-in", "contact=" + "a".repeat(3 * MB));
    assertThat(arabic.status()).isEqualTo(413);
    assertThat(arabic.page().select("h1").text()).isEqualTo("ما أُرسل كبير جدًا");
  }

  @Test
  void theApiRefusesTooMuchWithAProblemDocumentEvenWhenNoLengthIsSaid() throws Exception {
    AccountId person = SignIn.account("أمينة");
    Visit.Answer said = Visit.as(port, person).reading("en").postJson("/api/shifts/1/attendance", "[\"" + "a".repeat(3 * MB) + "\"]");
    assertThat(said.status()).isEqualTo(413);
    assertThat(said.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(unsaid(Visit.as(port, person), 3 * MB)).isEqualTo(413);
    assertThat(unsaid(Visit.as(port, person), 10)).isEqualTo(400);
  }

  /** Sends JSON without a length and gives the status. */
  private int unsaid(Visit visit, int bytes) throws Exception {
    String token = visit.get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/shifts/1/attendance")).header("Content-Type", "application/json")
        .header("X-CSRF-TOKEN", token).header("Idempotency-Key", "a-long-day-1").header("Cookie", SignIn.COOKIE + "=" + visit.cookies().get(SignIn.COOKIE))
        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(("{\"key\":\"" + "a".repeat(bytes)).getBytes()))).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static byte[] letters(int bytes) {
    byte[] content = new byte[bytes];
    Arrays.fill(content, (byte) 'a');
    return content;
  }
}
