package dz.linatatawwa.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers for style, script, font and image files from memory, before sessions and pages are looked at. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class StaticFiles extends OncePerRequestFilter {

  private final Assets assets;

  StaticFiles(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    StaticFile file = isRead(request) && path.indexOf('.') > 0 ? assets.at(path) : null;
    if (file == null) chain.doFilter(request, response);
    else answer(file, path, request, response);
  }

  private static void answer(StaticFile file, String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
    String tag = "\"" + file.fingerprint() + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", path.equals(file.address()) ? "public, max-age=31536000, immutable" : "no-cache");
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    Bytes.write(file.bytes(), file.gzip(), request, response);
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }
}
