package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Reads the session cookie of a request, once, and tells Spring Security who it is; nothing is kept in an HttpSession. */
@Component
class SessionsOfRequests implements SecurityContextRepository {

  private static final String FOUND = SessionsOfRequests.class.getName();
  private static final Duration COOKIE_LIFE = Duration.ofDays(180);
  private static final Duration MARK_LIFE = Duration.ofDays(400);

  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  SessionsOfRequests(Sessions sessions, ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.events = events;
  }

  @SuppressWarnings("unchecked")
  Optional<Session> of(HttpServletRequest request) {
    if (request.getAttribute(FOUND) instanceof Optional<?> found) return (Optional<Session>) found;
    Optional<Session> session = Cookies.SESSION.of(request).flatMap(sessions::find);
    request.setAttribute(FOUND, session);
    return session;
  }

  /** Opens a new session for this browser; one that it had before ends.
   *  @param by the contact whose code was typed; null: another way in
   *  @return its token */
  String open(AccountId account, @Nullable Contact by, String wayIn, HttpServletRequest request, HttpServletResponse response) {
    Cookies.SESSION.of(request).ifPresent(sessions::end);
    String mark = Cookies.MARK.of(request).filter(Secrets::looksLikeToken).orElseGet(Secrets::token);
    String token = sessions.open(account, by, wayIn, Origin.of(request), mark);
    Cookies.MARK.set(request, response, mark, MARK_LIFE);
    Cookies.SESSION.set(request, response, token, COOKIE_LIFE);
    Cookies.VISIT.remove(request, response);
    request.removeAttribute(FOUND);
    events.publishEvent(new CameIn(account));
    return token;
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    Cookies.SESSION.of(request).ifPresent(sessions::end);
    Cookies.SESSION.remove(request, response);
    request.removeAttribute(FOUND);
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    HttpServletRequest request = holder.getRequest();
    return of(request).map(SessionsOfRequests::context).orElseGet(SecurityContextImpl::new);
  }

  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // A session is opened by signing in, never as a side effect of a request.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return of(request).isPresent();
  }

  private static SecurityContext context(Session session) {
    String role = session.person().administrator() ? "ROLE_ADMINISTRATOR" : "ROLE_PERSON";
    return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(session.person(), null, List.of(new SimpleGrantedAuthority(role))));
  }
}
