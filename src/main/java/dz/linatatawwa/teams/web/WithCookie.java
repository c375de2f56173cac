package dz.linatatawwa.teams.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The token of a friend's link, kept in this browser while somebody applies: their yes is asked for once they have a seat. */
final class WithCookie {

  private static final String NAME = "with";
  private static final Duration LIFE = Duration.ofDays(1);

  private WithCookie() {}

  static Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).filter(value -> value.matches(WithPages.TOKEN)).findFirst();
  }

  static void keep(String token, HttpServletRequest request, HttpServletResponse response) {
    send(token, LIFE, request, response);
  }

  static void forget(HttpServletRequest request, HttpServletResponse response) {
    if (of(request).isPresent()) send("", Duration.ZERO, request, response);
  }

  private static void send(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value).path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(life).build().toString());
  }
}
