package dz.linatatawwa.guardians.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The token of a guardian's visit: unreadable for scripts, not sent from foreign pages, bound to this host over https. */
final class GuardianCookie {

  private static final String PLAIN = "guardian";

  private GuardianCookie() {}

  static Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null ? Optional.empty() : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name(request))).map(Cookie::getValue)
        .filter(value -> value.matches("[A-Za-z0-9_-]{43}")).findFirst();
  }

  /** @param life zero takes it away */
  static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
    response.addHeader("Set-Cookie", ResponseCookie.from(name(request), value).httpOnly(true).secure(request.isSecure()).sameSite("Strict").path("/")
        .maxAge(life).build().toString());
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + PLAIN : PLAIN;
  }
}
