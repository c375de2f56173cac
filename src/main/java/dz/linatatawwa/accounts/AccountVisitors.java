package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.HostCookie;
import dz.linatatawwa.site.Visitor;
import dz.linatatawwa.site.VisitorSource;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Tells the frame who looks: the person of the session, in the language chosen here and now, else in their own. */
@Component
class AccountVisitors implements VisitorSource {

  private final SessionsOfRequests sessions;

  AccountVisitors(SessionsOfRequests sessions) {
    this.sessions = sessions;
  }

  @Override
  public Visitor visitor(HttpServletRequest request, Language chosen) {
    return sessions.of(request).map(Session::person)
        .map(me -> new Visitor(explicit(request) ? chosen : me.language(), me.id().value(), me.name(), me.administrator()))
        .orElseGet(() -> Visitor.unknown(chosen));
  }

  private static boolean explicit(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query != null && query.contains("lang=")) return true;
    Cookie[] cookies = request.getCookies();
    return cookies != null && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(HostCookie.name(request, "lang")));
  }
}
