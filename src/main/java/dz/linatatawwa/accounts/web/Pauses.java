package dz.linatatawwa.accounts.web;

import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The answer to too many tries: 429, how long to wait, and the way back. */
final class Pauses {

  private Pauses() {}

  static ModelAndView page(Duration pause, HttpServletResponse response, String back) {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds() + 1)));
    ModelAndView page = View.of("accounts/pause", "seconds", pause.toSeconds() + 1, "back", back);
    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return page;
  }
}
