package dz.linatatawwa.accounts;

import dz.linatatawwa.site.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads somebody without a session to sign-in, and afterwards back to the page; an API call gets 401. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInLeading {

  @ExceptionHandler(SignInNeeded.class)
  void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, HttpStatus.UNAUTHORIZED, "sign in first", andBack("/sign-in", request));
  }

  /** Leads somebody who needs a passkey to where one is made; an API call gets 403. */
  @ExceptionHandler(PasskeyNeeded.class)
  void leadToPasskeys(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, HttpStatus.FORBIDDEN, "add a passkey first", "/passkeys");
  }

  /** Leads somebody to the second step and afterwards back; an API call gets 403. */
  @ExceptionHandler(SecondStepNeeded.class)
  void leadToSecondStep(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, HttpStatus.FORBIDDEN, "take the second step first", andBack("/second-step", request));
  }

  /** Leads somebody whose deed has to wait to the page that says why; an API call gets 403. */
  @ExceptionHandler(HeldBack.class)
  void leadToHold(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response, HttpStatus.FORBIDDEN, "wait: the ways into this account changed lately", "/contact/hold");
  }

  /** Leads somebody in office to the page that asks why they open a person's file; an API call gets 403. */
  @ExceptionHandler(ReasonNeeded.class)
  void leadToReason(ReasonNeeded needed, HttpServletRequest request, HttpServletResponse response) throws IOException {
    AccessLog.Door door = needed.door();
    answer(request, response, HttpStatus.FORBIDDEN, "say why first", "/accesses/new?person=" + door.person() + "&kind=" + door.kind() + "&object=" + door.object()
        + "&to=" + URLEncoder.encode(door.to(), StandardCharsets.UTF_8) + "&mark=" + door.mark());
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus refused, String detail, String page) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(refused.value());
      response.setContentType("application/problem+json;charset=utf-8");
      response.getWriter().write("{\"type\":\"" + ProblemType.of(refused).address() + "\",\"title\":\"" + refused.getReasonPhrase() + "\",\"status\":" + refused.value() + ",\"detail\":\"" + detail + "\"}");
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", page);
  }

  /** Only a page that was read can be come back to. */
  private static String andBack(String page, HttpServletRequest request) {
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reading ? page + "?to=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8) : page;
  }

  private static String asked(HttpServletRequest request) {
    return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
  }
}
