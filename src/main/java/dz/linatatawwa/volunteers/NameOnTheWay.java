package dz.linatatawwa.volunteers;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.HostCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The name that somebody typed in the first step, kept in their own browser until the account is opened: no row is written for people
 *  who never finish. */
final class NameOnTheWay {

  private static final String COOKIE = "joining";
  private static final Duration LIFE = Duration.ofHours(1);

  private NameOnTheWay() {}

  static void keep(String name, HttpServletRequest request, HttpServletResponse response) {
    send(Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8)), LIFE, request, response);
  }

  static Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    String name = HostCookie.name(request, COOKIE);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) return read(cookie.getValue());
    }
    return Optional.empty();
  }

  static void forget(HttpServletRequest request, HttpServletResponse response) {
    send("", Duration.ZERO, request, response);
  }

  private static Optional<String> read(String value) {
    try {
      String name = Typed.line(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
      return name.isEmpty() || name.length() > 120 ? Optional.empty() : Optional.of(name);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void send(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(HostCookie.name(request, COOKIE), value).path("/").httpOnly(true).sameSite("Lax")
        .secure(request.isSecure()).maxAge(life).build().toString());
  }
}
