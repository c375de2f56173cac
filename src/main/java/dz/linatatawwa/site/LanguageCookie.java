package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers the language chosen in an address ({@code ?lang=fr}) in a cookie of a year; not where programs and other sites' pages ask. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class LanguageCookie extends OncePerRequestFilter {

  private static final Duration LIFE = Duration.ofDays(365);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/feeds/") || path.startsWith("/embed/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Languages.inAddress(request).ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE,
        ResponseCookie.from(HostCookie.name(request, Languages.COOKIE), language.code()).path("/").sameSite("Lax").secure(request.isSecure()).maxAge(LIFE).build().toString()));
    chain.doFilter(request, response);
  }
}
