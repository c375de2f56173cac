package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads somebody without a session to sign-in, and afterwards back to the page; an API call gets 401. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInLeading {

  @ExceptionHandler(SignInNeeded.class)
  void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setContentType("application/problem+json;charset=utf-8");
      response.getWriter().write("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"sign in first\"}");
      return;
    }
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", reading ? "/sign-in?to=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8) : "/sign-in");
  }

  /** Leads somebody who needs a passkey to where one is made; an API call gets 403. */
  @ExceptionHandler(PasskeyNeeded.class)
  void leadToPasskeys(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("application/problem+json;charset=utf-8");
      response.getWriter().write("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"add a passkey first\"}");
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/passkeys");
  }

  /** Leads somebody to the second step and afterwards back; an API call gets 403. */
  @ExceptionHandler(SecondStepNeeded.class)
  void leadToSecondStep(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("application/problem+json;charset=utf-8");
      response.getWriter().write("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"take the second step first\"}");
      return;
    }
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", reading ? "/second-step?to=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8) : "/second-step");
  }

  /** Leads somebody in office to the page that asks why they open a person's file; an API call gets 403. */
  @ExceptionHandler(ReasonNeeded.class)
  void leadToReason(ReasonNeeded needed, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("application/problem+json;charset=utf-8");
      response.getWriter().write("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"say why first\"}");
      return;
    }
    AccessLog.Door door = needed.door();
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/accesses/new?person=" + door.person() + "&kind=" + door.kind() + "&object=" + door.object()
        + "&to=" + URLEncoder.encode(door.to(), StandardCharsets.UTF_8) + "&mark=" + door.mark());
  }

  private static String asked(HttpServletRequest request) {
    return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
  }
}
