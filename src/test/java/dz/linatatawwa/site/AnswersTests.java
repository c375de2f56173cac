package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class AnswersTests {

  private static final int FIRST_LOAD = 60 * 1024;

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anUnknownPageIsAPageInTheVisitorsLanguage() throws Exception {
    HttpResponse<String> arabic = get("/nowhere", "Accept-Language", "ar");
    HttpResponse<String> french = get("/nowhere?lang=fr", "Accept-Language", "ar");
    assertThat(arabic.statusCode()).isEqualTo(404);
    assertThat(arabic.body()).contains("<html lang=\"ar-DZ\" dir=\"rtl\">", "الصفحة غير موجودة");
    assertThat(french.body()).contains("<html lang=\"fr-DZ\" dir=\"ltr\">", "Page introuvable");
    assertThat(french.headers().firstValue("Content-Language")).contains("fr-DZ");
    assertThat(french.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("lang=fr;"));
  }

  @Test
  void theApiAnswersWithAProblemDocument() throws Exception {
    HttpResponse<String> answer = get("/api/nowhere", "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":404", "Page not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/a%2fb", "/a;jsessionid=1", "/%00", "/help?x=%zz", "/nowhere", "/help", "/a\\b"})
  void everyAnswerCarriesTheHeadersOfSafetyAndNoTraceOfCode(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 ").contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "<main");
    assertThat(answer).doesNotContain("unsafe-inline", "Exception", "at org.", "Apache Tomcat").doesNotStartWith("HTTP/1.1 5");
  }

  @Test
  void aFormOfPartsWithoutABoundaryIsABadRequest() throws Exception {
    String answer = raw("POST /help HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void anAnswerInJsonSaysHowLongItIs() throws Exception {
    HttpResponse<String> answer = get("/api/session", "Accept", "application/json");
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length());
    assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
  }

  @Test
  void aPublicPageIsKeptAndConfirmedByItsTag() throws Exception {
    HttpResponse<String> first = get("/help", "Accept-Language", "fr");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("/help", "Accept-Language", "fr", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/help", "Accept-Language", "ar", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void somebodyWithASessionNeverGetsAKeptPage() throws Exception {
    get("/help", "Accept-Language", "fr");
    HttpResponse<String> answer = get("/help", "Accept-Language", "fr", "Cookie", "session=whatever");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void filesAtTheirFingerprintAreKeptForEver() throws Exception {
    String sheet = Jsoup.parse(get("/help").body()).select("link[rel=stylesheet]").attr("href");
    assertThat(sheet).matches("/styles/site\\.[0-9a-f]{12}\\.css");
    assertThat(get(sheet).headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    assertThat(get("/styles/site.css").headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/opportunities"})
  void theFirstLoadOfAPublicPageIsSmall(String path) throws Exception {
    var page = Jsoup.parse(get(path).body());
    long bytes = packed(path);
    for (var file : page.select("link[rel=stylesheet]")) bytes += packed(file.attr("href"));
    for (var file : page.select("script[src]")) bytes += packed(file.attr("src"));
    for (var file : page.select("use").stream().map(use -> use.attr("href").replaceAll("#.*", "")).distinct().toList()) bytes += packed(file);
    for (var picture : page.select("img[src]")) bytes += packed(picture.attr("src"));
    String styles = get(page.select("link[rel=stylesheet]").attr("href")).body();
    for (String font : List.of("arabic-latin-400", "arabic-latin-700")) {
      bytes += packed(styles.replaceAll("(?s).*?(/fonts/" + font + "\\.[0-9a-f]+\\.woff2).*", "$1"));
    }
    assertThat(bytes).as("bytes of the first load of " + path).isLessThanOrEqualTo(FIRST_LOAD);
    assertThat(page.select("[style], style, script:not([src])")).as("inline styles and scripts").isEmpty();
  }

  @Test
  void theScriptsOfEveryPageAreSmall() throws Exception {
    assertThat(packed("/scripts/site.js")).isLessThanOrEqualTo(8 * 1024L);
  }

  private long packed(String path) throws IOException, InterruptedException {
    var answer = client.send(HttpRequest.newBuilder(address(path)).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body().length;
  }

  private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
