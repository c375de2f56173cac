package dz.linatatawwa.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks before a deed that is not easily taken back. Where scripts run they ask in a dialog and take the question out of the form; a form that
 *  comes with its question still in it is answered by a page that asks, and nothing is done. */
@Controller
class ConfirmedDeeds implements HandlerInterceptor, WebMvcConfigurer {

  /** The field that holds the question, as the template of a deed writes it. */
  static final String QUESTION = "_confirm";

  private static final String YES = "_yes";
  private static final String PAGE = "/are-you-sure";
  private static final int LONGEST = 600;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    if (request.getDispatcherType() != DispatcherType.REQUEST || !request.getMethod().equals("POST") || !asks(request)) return true;
    request.getRequestDispatcher(PAGE).forward(request, response);
    return false;
  }

  @RequestMapping(PAGE)
  ModelAndView ask(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.FORWARD) throw new NotFound(PAGE);
    String question = request.getParameter(QUESTION);
    String yes = request.getParameter(YES);
    return View.of("site/sure", "action", String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)),
        "question", question.substring(0, Math.min(LONGEST, question.length())), "yes", yes == null || yes.length() > LONGEST ? "" : yes, "fields", fields(request),
        "back", back(request));
  }

  private static boolean asks(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("application/x-www-form-urlencoded") && request.getParameter(QUESTION) instanceof String question && !question.isBlank();
  }

  /** What the deed itself needs: everything but the question and the token, which the page has its own of. */
  private static Map<String, String> fields(HttpServletRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> {
      if (!name.equals(QUESTION) && !name.equals(YES) && !name.equals("_csrf")) fields.put(name, values[0]);
    });
    return fields;
  }

  /** The page on which the button stood, where the browser tells and it is one of ours. */
  private static String back(HttpServletRequest request) {
    String from = request.getHeader("Referer");
    String here = request.getScheme() + "://" + request.getHeader("Host") + "/";
    return from != null && from.startsWith(here) ? from.substring(here.length() - 1) : "/";
  }
}
