package dz.linatatawwa.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Every refusal and fault, as a page in the visitor's language, or as a problem document (RFC 9457) under {@code /api/}. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private static final String RETRY_AFTER_SECONDS = "5";
  private static final String HELD_SECONDS = "60";

  private final PageMaker pages;

  ErrorPages(PageMaker pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  Object answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
    if (thrown instanceof AccessDeniedException) throw thrown;
    if (response.isCommitted()) return new ModelAndView();
    if (Outage.is(thrown)) return away(request, response, thrown);
    if (Outage.full(thrown)) return held(request, response, thrown.toString());
    if (thrown instanceof ApiRefusal refusal) return refused(refusal, request, response);
    HttpStatus status = Outage.unstorable(thrown) ? HttpStatus.BAD_REQUEST : status(thrown);
    if (status.is5xxServerError()) LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
    if (thrown instanceof ErrorResponse told) told.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    return answer(status, request);
  }

  private Object refused(ApiRefusal refusal, HttpServletRequest request, HttpServletResponse response) {
    refusal.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    return ApiProblems.answer(refusal, page(request));
  }

  /** What the container and the filters refuse comes here. */
  @RequestMapping("/error")
  Object refused(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown && Outage.is(thrown)) return away(request, response, thrown);
    if (request.getAttribute(HeldDeeds.REFUSED) != null) return held(request, response, "writing is held");
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown && Outage.full(thrown)) return held(request, response, thrown.toString());
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return answer(status == null ? HttpStatus.NOT_FOUND : status, request);
  }

  /** It may be that the database cannot be asked who looks, so the page is everybody's. */
  private Object away(HttpServletRequest request, HttpServletResponse response, Throwable thrown) {
    LOG.error("{} {}: the database is away, or the store of files: {}", request.getMethod(), request.getRequestURI(), thrown.toString());
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return answer(HttpStatus.SERVICE_UNAVAILABLE, pages.forAnybody(request));
  }

  /** Pages are shown, and nothing is kept. */
  private Object held(HttpServletRequest request, HttpServletResponse response, String why) {
    LOG.warn("{} {} was not done: {}", request.getMethod(), request.getRequestURI(), why);
    response.setHeader(HttpHeaders.RETRY_AFTER, HELD_SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return answer(HttpStatus.SERVICE_UNAVAILABLE, page(request), "held");
  }

  private Object answer(HttpStatus status, HttpServletRequest request) {
    return answer(status, page(request));
  }

  private static Object answer(HttpStatus status, Page page) {
    return answer(status, page, kind(status));
  }

  private static Object answer(HttpStatus status, Page page, String kind) {
    if (page.path().startsWith("/api/")) return ApiProblems.answer(status, page);
    ModelAndView view = View.of("site/error", "kind", kind, "status", status.value());
    view.setStatus(status);
    return view;
  }

  private Page page(HttpServletRequest request) {
    try {
      return pages.page(request);
    } catch (RuntimeException sessionsFail) {
      LOG.error("who looks cannot be told", sessionsFail);
      return pages.forAnybody(request);
    }
  }

  private static HttpStatus status(Exception thrown) {
    return switch (thrown) {
      case NotFound missing -> HttpStatus.NOT_FOUND;
      case MaxUploadSizeExceededException large -> HttpStatus.CONTENT_TOO_LARGE;
      case MultipartException broken -> HttpStatus.BAD_REQUEST;
      case InvalidPropertyException odd -> HttpStatus.BAD_REQUEST;
      case InvalidParameterException broken -> broken.getErrorCode() == 413 ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
      case RequestRejectedException odd -> HttpStatus.BAD_REQUEST;
      case MethodArgumentTypeMismatchException wrong when wrong.getParameter().hasParameterAnnotation(PathVariable.class) -> HttpStatus.NOT_FOUND;
      case MethodArgumentTypeMismatchException wrong -> HttpStatus.BAD_REQUEST;
      case BindException wrong -> HttpStatus.BAD_REQUEST;
      case HttpMessageNotReadableException wrong when wrong.contains(MaxUploadSizeExceededException.class) -> HttpStatus.CONTENT_TOO_LARGE;
      case HttpMessageNotReadableException wrong -> HttpStatus.BAD_REQUEST;
      case ErrorResponse told -> HttpStatus.valueOf(told.getStatusCode().value());
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /** The statuses that have words of their own. */
  private static String kind(HttpStatus status) {
    return switch (status.value()) {
      case 403 -> "403";
      case 404, 410 -> "404";
      case 405 -> "405";
      case 413 -> "413";
      case 422 -> "422";
      case 429 -> "429";
      case 503 -> "503";
      default -> status.is5xxServerError() ? "500" : "400";
    };
  }
}
