package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainQuestionTests {

  @Test
  void onlyThePlainestQuestionsForPagesAreAnsweredOnTheDoorstep() {
    String rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
    for (String path : List.of("/", "/opportunities", "/opportunities?q=%D8%B3&page=2", "/feeds/news.xml", "/organizations/7")) assertThat(isPlain("GET " + path + rest)).as(path).isTrue();
    assertThat(isPlain("GET / HTTP/1.1\r\nhost: a\r\nConnection: keep-alive\r\nAccept-Encoding: gzip\r\n\r\n")).isTrue();
    for (String path : List.of("//", "/./api/shifts/1", "/a/../api/shifts/1", "/%61pi/shifts/1", "/opportunities;a=b", "/a\\b", "*", "http://a/", "/api/opportunities", "/styles/site.css", "/actuator/health", "/hours/book.csv",
        "/departures/a", "/organizations/1/desk/shifts/2/attendance")) assertThat(isPlain("GET " + path + rest)).as(path).isFalse();
    for (String other : List.of("", "\r\n", "GET", "GET /", "HEAD /" + rest, "POST /" + rest, "GET / HTTP/1.0\r\nHost: a\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\r", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET /" + rest + "G", "GET /" + rest + "GET /" + rest)) assertThat(isPlain(other)).as(other).isFalse();
    for (String head : List.of("Connection: close", "Connection: keep-alive, Upgrade", "Content-Length: 0", "content-length: 3", "Transfer-Encoding: chunked", "Expect: 100-continue", "Upgrade: h2c", "no colon", " : a", "X Y: a", "X: a\nY: b"))
      assertThat(isPlain("GET / HTTP/1.1\r\nHost: a\r\n" + head + "\r\n\r\n")).as(head).isFalse();
  }

  private static boolean isPlain(String words) {
    return PlainQuestion.isIn(Arrays.copyOf(words.getBytes(StandardCharsets.ISO_8859_1), 8192), words.length());
  }
}
