package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be read is the sender's fault and not ours: each of these was answered with 500 once. */
@WorldTest
class BadRequestTests {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/opportunities?q=%", "/opportunities?q=%ff%fe", "/opportunities?%00=1"})
  void aSearchThatCannotBeReadIsABadRequest(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void twoLengthsOrOneThatIsNoNumberAreABadRequest() throws IOException {
    assertThat(raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd")).startsWith("HTTP/1.1 400");
    assertThat(raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 99999999999999999999\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void aFieldInBracketsWithinAFieldIsABadRequest() {
    Visit amina = Visit.as(port, Someone.amina().volunteer());
    assertThat(amina.post("/profile", "wilaya[a][b]", "1").status()).isEqualTo(400);
  }

  @Test
  void aFormWithoutItsFieldsIsShownAgain() {
    Visit amina = Visit.as(port, Someone.amina().volunteer());
    assertThat(amina.post("/declarations").status()).isEqualTo(422);
  }

  @Test
  void aDraftWithALetterThatNoTableKeepsIsKeptWithoutIt() {
    Visit karim = Visit.as(port, SignIn.account("كريم"));
    assertThat(karim.post("/organizations/new/draft", "nameAr", "جمعية\u0000 الأرز").status()).isEqualTo(303);
    assertThat(karim.get("/organizations/new").page().select("[name=nameAr]").val()).isEqualTo("جمعية الأرز");
  }

  @Test
  void aLetterThatNoTableKeepsIsABadRequest() {
    Visit amina = Visit.as(port, Someone.amina().volunteer());
    assertThat(amina.post("/profile", "displayName", "أمي\u0000نة", "name", "أمي\u0000نة", "firstName", "أمي\u0000نة", "wilaya", "16").status()).isIn(400, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/organizations?q=", "/trainings?q="})
  void aWordOfAnyLengthIsLookedFor(String path) {
    assertThat(new Visit(port).get(path + "e".repeat(3_000)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/places/wilayas/zz/communes", "/api/certificates/zz", "/api/opportunities/%2f"})
  void whatTheApiDoesNotFindIsAProblemDocument(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).matches("(?s)HTTP/1.1 40[04].*").contains("application/problem+json");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
