package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** While writing is held, pages are shown and deeds are answered at once by a page that says so; phones keep theirs and send them again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
class HeldDeeds extends OncePerRequestFilter {

  /** An attribute of a request that was refused for this. */
  static final String REFUSED = HeldDeeds.class.getName();
  private static final Set<String> ONLY_LOOKING = Set.of("GET", "HEAD", "OPTIONS");

  private final Supplier<@Nullable WritesHeld> writes;

  HeldDeeds(ObjectProvider<WritesHeld> writes) {
    this.writes = SingletonSupplier.ofNullable(writes::getIfAvailable);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    if (ONLY_LOOKING.contains(request.getMethod()) || !held()) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(REFUSED, true);
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }

  private boolean held() {
    WritesHeld known = writes.get();
    return known != null && known.held();
  }
}
