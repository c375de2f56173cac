package dz.linatatawwa.accounts;

import dz.linatatawwa.site.HostCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** Our cookies: unreadable for scripts, not sent by foreign pages' forms, and bound to this host over https ({@code __Host-}). */
enum Cookies {
  /** The token of a session. */
  SESSION("session"),
  /** The ticket of a one-time code that was asked for. */
  TICKET("ticket"),
  /** The ticket of the code to a second contact, where the first one slept. */
  OTHER("other"),
  /** The ticket of a passkey's challenge. */
  CHALLENGE("challenge"),
  /** A visit without an account, to which the tokens of its forms are bound. */
  VISIT("visit"),
  /** This browser was signed in with a contact before: others cannot use up its tries. */
  KNOWN("known"),
  /** A random mark of this browser; only its hash is kept, beside each session, so that one device for many people is seen. */
  MARK("mark");

  private final String plain;

  Cookies(String plain) {
    this.plain = plain;
  }

  Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    String name = name(request);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) return Optional.of(cookie.getValue());
    }
    return Optional.empty();
  }

  /** @param life zero: until the browser is closed */
  void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
    response.addHeader("Set-Cookie", cookie(request, value).maxAge(life.isZero() ? Duration.ofSeconds(-1) : life).build().toString());
  }

  void remove(HttpServletRequest request, HttpServletResponse response) {
    if (of(request).isPresent()) response.addHeader("Set-Cookie", cookie(request, "").maxAge(0).build().toString());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
    return ResponseCookie.from(name(request), value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/");
  }

  private String name(HttpServletRequest request) {
    return HostCookie.name(request, plain);
  }
}
