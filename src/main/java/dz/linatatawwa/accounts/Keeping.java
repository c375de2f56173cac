package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** What browsers and proxies may keep, where the page itself does not say: nothing that a person with a session or with a form saw. */
class Keeping implements HeaderWriter {

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (response.containsHeader("Set-Cookie") || Cookies.SESSION.of(request).isPresent() && !isFile(response)) {
      response.setHeader("Cache-Control", "private, no-store");
    } else if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", "private, no-cache");
    }
  }

  /** Files with a fingerprint in their name are the same for everybody. */
  private static boolean isFile(HttpServletResponse response) {
    String said = response.getHeader("Cache-Control");
    return said != null && said.contains("max-age=31536000");
  }
}
