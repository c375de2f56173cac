package dz.linatatawwa.accounts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What a refused deed is answered with: a page that says what to do, or a problem document for the API. */
@Component
class Refusals implements AccessDeniedHandler {

  /** Where the page of a refused deed is made; reached from inside only. */
  static final String PAGE = "/refused-deed";

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) throws IOException, ServletException {
    refuse(request, response, "form token missing or out of date");
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, String why) throws IOException, ServletException {
    LOG.atInfo().addKeyValue("event", "deed-refused").addKeyValue("why", why).addKeyValue("method", request.getMethod()).log("deed refused");
    if (response.isCommitted()) return;
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    if (request.getRequestURI().startsWith("/api/")) {
      response.setContentType("application/problem+json;charset=utf-8");
      response.getWriter().write("{\"type\":\"/developers/problems/forbidden\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"" + why + "\"}");
    } else {
      request.getRequestDispatcher(PAGE).forward(request, response);
    }
  }
}
