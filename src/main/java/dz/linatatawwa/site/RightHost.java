package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the platform knows its own address ({@code linatatawwa.url}), a request for another host is answered by nothing (421): else whoever names a host of theirs in a request
 *  would put it into the links of messages that we send. This machine itself may ask under any of its own names, and whoever looks after us may ask how we are. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RightHost extends OncePerRequestFilter {

  private static final int MISDIRECTED = 421;
  private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

  private final Set<String> names = new HashSet<>(OURSELVES);
  private final boolean known;

  /** @param url  the public address; empty: any host will do
   *  @param more further names under which people reach the platform */
  RightHost(@Value("${linatatawwa.url:}") String url, @Value("${linatatawwa.hosts:}") Set<String> more) {
    this.known = !url.isBlank() && URI.create(url.strip()).getHost() != null;
    if (known) names.add(URI.create(url.strip()).getHost().toLowerCase(Locale.ROOT));
    more.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    boolean asked = !known || names.contains(request.getServerName().toLowerCase(Locale.ROOT)) || request.getRequestURI().startsWith("/actuator/");
    if (asked) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(MISDIRECTED);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(0);
  }
}
