package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.stereotype.Component;

/** The token in every form: a mark of the platform's key on the session, or on the visit of somebody without one.
 *  Nothing is stored; a visit's cookie is set only when a page shows a form, so that plain public pages can be cached. */
@Component
class FormTokens implements CsrfTokenRepository {

  private final Secrets secrets;
  private final SessionsOfRequests sessions;

  FormTokens(Secrets secrets, SessionsOfRequests sessions) {
    this.secrets = secrets;
    this.sessions = sessions;
  }

  @Override
  public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
    return new DeferredCsrfToken() {
      private @Nullable CsrfToken made;

      @Override
      public CsrfToken get() {
        CsrfToken token = made;
        if (token == null) made = token = token(request, response);
        return token;
      }

      @Override
      public boolean isGenerated() {
        return false;
      }
    };
  }

  private CsrfToken token(HttpServletRequest request, HttpServletResponse response) {
    if (sessions.of(request).isPresent()) return token("session", Cookies.SESSION.of(request).orElseThrow());
    return token("visit", Cookies.VISIT.of(request).filter(Secrets::looksLikeToken).orElseGet(() -> {
      String visit = Secrets.token();
      Cookies.VISIT.set(request, response, visit, Duration.ZERO);
      return visit;
    }));
  }

  private CsrfToken token(String kind, String bound) {
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Secrets.text(secrets.mark("form", kind, bound)));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    throw new IllegalStateException("tokens are derived, not generated");
  }

  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // Derived anew from the cookie each time.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return null;
  }
}
