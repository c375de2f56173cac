package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.database.Reading;
import dz.linatatawwa.nodes.Heard;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class LaggingPagesTests {

  private static final Instant NOW = Instant.parse("2026-12-05T10:00:00Z");

  private final LaggingPages pages = new LaggingPages("jdbc:postgresql://followers/postgres", Clock.fixed(NOW, ZoneOffset.UTC));

  /** Two pages. */
  static final class Pages {
    @PublicPage(mayLag = true)
    public void numbers() {}

    @PublicPage
    public void list() {}
  }

  @AfterEach
  void nothingStays() {
    Reading.strictly();
  }

  @Test
  void onlyPagesThatSaySoMayLagAndOnlyForNobodyInParticular() throws Exception {
    assertThat(since("GET", "numbers")).isEqualTo(Instant.EPOCH);
    assertThat(since("GET", "numbers", new Cookie(Languages.COOKIE, "fr"), new Cookie("visit", "x"))).isNotNull();
    assertThat(since("GET", "list")).isNull();
    assertThat(since("GET", "numbers", new Cookie("session", "someone"))).isNull();
    assertThat(since("POST", "numbers")).isNull();
  }

  @Test
  void whoDidSomethingSeesItForAsLongAsAnyFollowerMayBeBehind() throws Exception {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    pages.preHandle(new MockHttpServletRequest("POST", "/ideas"), answer, handler("list"));
    Cookie wrote = answer.getCookie("wrote");
    assertThat(wrote).isNotNull();
    assertThat(wrote.getMaxAge()).as("seconds, and a follower at most ten behind").isEqualTo(60);
    assertThat(wrote.isHttpOnly()).isTrue();
    assertThat(since("GET", "numbers", wrote)).isNull();
  }

  @Test
  void nobodyGetsACookieWhereThereAreNoFollowers() throws Exception {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    new LaggingPages("", Clock.systemUTC()).preHandle(new MockHttpServletRequest("POST", "/ideas"), answer, handler("list"));
    assertThat(answer.getCookies()).isEmpty();
  }

  @Test
  void whatNobodyShouldWaitForMustBeSeen() throws Exception {
    pages.heard(new Heard("other", ""));
    assertThat(since("GET", "numbers")).isEqualTo(Instant.EPOCH);
    pages.heard(new Heard(PublicPagesChanged.WORD, ""));
    assertThat(since("GET", "numbers")).isAfter(NOW);
  }

  @Test
  void theNextRequestOfTheSameThreadBeginsAnew() throws Exception {
    assertThat(since("GET", "numbers")).isNotNull();
    pages.afterCompletion(new MockHttpServletRequest(), new MockHttpServletResponse(), handler("numbers"), null);
    assertThat(Reading.since()).isNull();
  }

  private @Nullable Instant since(String method, String page, Cookie... cookies) throws Exception {
    Reading.strictly();
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/" + page);
    if (cookies.length > 0) request.setCookies(cookies);
    pages.preHandle(request, new MockHttpServletResponse(), handler(page));
    return Reading.since();
  }

  private static HandlerMethod handler(String page) throws Exception {
    return new HandlerMethod(new Pages(), Pages.class.getMethod(page));
  }
}
