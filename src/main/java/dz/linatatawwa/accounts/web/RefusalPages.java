package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a refused deed is answered with. Where the browser says that the form was ours and only its token is out of date, the page holds
 *  what was typed and a button that sends it again: nothing is lost, and nothing is done without a person's click on our own page. */
@Controller
class RefusalPages {

  private static final int MANY = 60;
  private static final int LONG = 20_000;

  @RequestMapping("/refused-deed")
  ModelAndView refused(HttpServletRequest request, Optional<SignedIn> me) {
    if (request.getDispatcherType() != DispatcherType.FORWARD) throw new NotFound("/refused-deed");
    String asked = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
    Map<String, String> typed = "same-origin".equals(request.getHeader("Sec-Fetch-Site")) ? typed(request) : Map.of();
    boolean again = !typed.isEmpty() && asked.startsWith("/") && !asked.startsWith("//");
    ModelAndView page = View.of("accounts/refused", "action", asked, "typed", again ? typed : Map.of(), "again", again, "signedIn", me.isPresent());
    page.setStatus(HttpStatus.FORBIDDEN);
    return page;
  }

  /** A form without files, in which each field has one value; other forms are filled in again. */
  private static Map<String, String> typed(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !type.startsWith("application/x-www-form-urlencoded")) return Map.of();
    Map<String, String> typed = new LinkedHashMap<>();
    for (var field : request.getParameterMap().entrySet()) {
      if (field.getValue().length != 1 || field.getValue()[0].length() > LONG || typed.size() >= MANY) return Map.of();
      if (!field.getKey().equals("_csrf")) typed.put(field.getKey(), field.getValue()[0]);
    }
    return typed;
  }
}
