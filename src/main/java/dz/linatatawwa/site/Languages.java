package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Which language a request asks for: the address ({@code ?lang=fr}), then the cookie, then the browser, then Arabic. */
final class Languages {

  static final String COOKIE = "lang";

  private Languages() {}

  static Language asked(HttpServletRequest request) {
    return inAddress(request).or(() -> inCookie(request)).or(() -> inBrowser(request)).orElse(Language.AR);
  }

  static Optional<Language> inAddress(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null || !query.contains("lang=")) return Optional.empty();
    return Optional.ofNullable(request.getParameter("lang")).flatMap(Language::of);
  }

  private static Optional<Language> inCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    String name = HostCookie.name(request, COOKIE);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) return Language.of(cookie.getValue());
    }
    return Optional.empty();
  }

  private static Optional<Language> inBrowser(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) return Optional.empty();
    for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
      Locale locale = locales.nextElement();
      Optional<Language> language = Language.of(locale.getLanguage());
      if (language.isPresent()) return language;
    }
    return Optional.empty();
  }
}
