package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that say of themselves that they cannot be read: a form of several parts without the boundary between them, and what is
 *  larger than anything the platform takes. What lies between a page's own limit and this one is refused by the page, beside the field. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class BodyGuard extends OncePerRequestFilter {

  /** The largest form without files, and the largest JSON document; the web server's own limit for forms. */
  static final long MOST_TEXT = 2L << 20;

  private final long mostParts;
  private final ObjectProvider<LargeBodies> large;
  /** Found at the first request: those who make them want what comes after this filter. */
  private volatile @Nullable List<LargeBodies> found;

  BodyGuard(@Value("${spring.servlet.multipart.max-request-size}") DataSize mostParts, ObjectProvider<LargeBodies> large) {
    this.large = large;
    this.mostParts = mostParts.toBytes();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean parts = hasParts(request.getContentType());
    if (!parts && large().stream().anyMatch(room -> room.takes(request))) {
      chain.doFilter(request, response);
    } else if (parts && !request.getContentType().toLowerCase(Locale.ROOT).contains("boundary=")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else if (request.getContentLengthLong() > (parts ? mostParts : MOST_TEXT)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(!parts && request.getContentLengthLong() < 0 ? new BoundedBody(request, MOST_TEXT) : request, response);
    }
  }

  private List<LargeBodies> large() {
    List<LargeBodies> rooms = found;
    if (rooms == null) found = rooms = large.stream().toList();
    return rooms;
  }

  private static boolean hasParts(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }
}
