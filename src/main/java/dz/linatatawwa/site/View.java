package dz.linatatawwa.site;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What a page method answers with: a template and its parameters; {@code page} is added by the frame. */
public final class View {

  private View() {}

  /** @param template without its ending: {@code opportunities/list}
   *  @param namesAndValues the template's parameters: name, value, name, value */
  public static ModelAndView of(String template, Object... namesAndValues) {
    return new ModelAndView(template, parameters(namesAndValues));
  }

  /** The form again, with 422 and what was typed. */
  public static ModelAndView unprocessable(String template, Object... namesAndValues) {
    return new ModelAndView(template, parameters(namesAndValues), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** 303 to the page that shows what was done; the way to answer every POST. */
  public static ModelAndView seeOther(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      throw new IllegalArgumentException("not a path of ours: " + path);
    }
    RedirectView redirect = new RedirectView(path);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    return new ModelAndView(redirect);
  }

  private static Map<String, Object> parameters(Object... namesAndValues) {
    Map<String, Object> parameters = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }
}
