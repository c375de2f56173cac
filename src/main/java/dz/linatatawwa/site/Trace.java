package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request the number under which everything that it says in the log is found: the caller's own where they send one ({@code traceparent}, W3C Trace Context), else a new one.
 *  Who sent one is told under which part of it we worked ({@code traceresponse}). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Trace extends OncePerRequestFilter {

  private static final String NUMBER = "trace.id";
  private static final Pattern SENT = Pattern.compile("[0-9a-e][0-9a-f]-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.{0,100})?");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    MDC.put(NUMBER, number(request, response));
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(NUMBER);
    }
  }

  /** One and the same on the way through the page of an error. */
  private static String number(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(NUMBER) instanceof String given) return given;
    String sent = request.getHeader("traceparent");
    @Nullable String theirs = sent == null ? null : taken(sent, response);
    String number = theirs == null ? number() + number() : theirs;
    request.setAttribute(NUMBER, number);
    return number;
  }

  /** Also where the container shows the page of an error: what goes wrong is what one looks for. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static @Nullable String taken(String sent, HttpServletResponse response) {
    var parts = SENT.matcher(sent.strip());
    if (!parts.matches()) return null;
    response.setHeader("traceresponse", "00-" + parts.group(1) + "-" + number() + "-" + parts.group(2));
    return parts.group(1);
  }

  /** Not zero: that means none. */
  private static String number() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
  }
}
