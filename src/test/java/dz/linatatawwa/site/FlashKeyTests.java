package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.WorldTest;
import java.util.List;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What one node said after a deed is shown on the next page by another. */
@WorldTest
class FlashKeyTests {

  @Autowired JdbcClient db;

  @Test
  void everyNodeSignsWithTheSameKeyAlsoAfterARestart() {
    byte[] one = new FlashKey(db).shared();
    assertThat(one).hasSize(32).isEqualTo(new FlashKey(db).shared());
    assertThat(one).isNotEqualTo(new byte[32]);
  }

  @Test
  void whatWasSignedWithItIsReadWithItAndWithNoOther() {
    Flash said = new Flash("site.settings.saved", List.of("كريم"), "", false);
    MockHttpServletResponse deed = new MockHttpServletResponse();
    new FlashKey(db).share();
    Flashes.keep(said, new MockHttpServletRequest(), deed);
    MockHttpServletRequest next = new MockHttpServletRequest();
    next.setCookies(new Cookie(Flashes.COOKIE, deed.getCookie(Flashes.COOKIE).getValue()));
    Flashes.signWith(new byte[32]);
    assertThat(Flashes.read(next)).as("a node with another key").isEmpty();
    new FlashKey(db).share();
    assertThat(Flashes.read(next)).contains(said);
  }
}
