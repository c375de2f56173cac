package dz.linatatawwa.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses deeds that another site's page sends, as the browser itself tells it (Sec-Fetch-Site, else Origin). */
class OwnPagesOnly extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Refusals refusals;

  OwnPagesOnly(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    if (READING.contains(request.getMethod()) || !foreign(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.refuse(request, response, "another site's page");
    }
  }

  /** Whether the browser says that the request was made by a page of another site. */
  static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) return !site.equals("same-origin") && !site.equals("none");
    String origin = request.getHeader("Origin");
    return origin != null && !origin.equals(ownOrigin(request)) && !sameHost(origin, request.getHeader("Host"));
  }

  static String ownOrigin(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  private static boolean sameHost(String origin, @org.jspecify.annotations.Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
