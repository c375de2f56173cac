package dz.linatatawwa.entrances;

import dz.linatatawwa.site.HostCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** What ties a sign-in to the browser that began it. */
enum EntranceCookie {
  /** A sign-in under way at the institution. */
  JOURNEY("entrance"),
  /** Somebody who has not said yet which account is theirs. */
  VOUCHED("vouched");

  private final String plain;

  EntranceCookie(String plain) {
    this.plain = plain;
  }

  Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    String name = HostCookie.name(request, plain);
    return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).filter(value -> value.matches("[\\w-]{43}")).findFirst();
  }

  void set(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(HostCookie.name(request, plain), value).path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(life)
        .build().toString());
  }

  void remove(HttpServletRequest request, HttpServletResponse response) {
    if (of(request).isPresent()) set("", Duration.ZERO, request, response);
  }
}
