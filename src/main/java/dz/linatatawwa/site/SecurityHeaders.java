package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer tells the browser it may do: nothing from elsewhere, no inline scripts, no frames. First of all filters, so that a
 *  request refused early carries it too. One page is made to stand in frames of other sites: it has no scripts, no forms and shows nobody's own things. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

  private static final Map<String, String> ALWAYS = Map.of(
      "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
          + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
      "X-Content-Type-Options", "nosniff",
      "X-Frame-Options", "DENY",
      "Referrer-Policy", "strict-origin-when-cross-origin",
      "Cross-Origin-Opener-Policy", "same-origin",
      "Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()");
  /** The list for other sites' pages; the whole of its address, so that nothing beside it is let into a frame. */
  static final String FRAMED = "/embed/opportunities";
  private static final String IN_FRAMES = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *; object-src 'none'";
  private static final String ONLY_HTTPS = "max-age=31536000; includeSubDomains";

  static void write(boolean secure, BiConsumer<String, String> header) {
    ALWAYS.forEach(header);
    if (secure) header.accept("Strict-Transport-Security", ONLY_HTTPS);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean framed = request.getRequestURI().equals(FRAMED);
    write(request.isSecure(), (name, value) -> {
      if (!framed || !name.equals("X-Frame-Options")) response.setHeader(name, framed && name.equals("Content-Security-Policy") ? IN_FRAMES : value);
    });
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
