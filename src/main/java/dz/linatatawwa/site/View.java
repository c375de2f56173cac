package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What a page method answers with: a template and its parameters; {@code page} is added by the frame. */
public final class View {

  /** Name of the parameter that says so; with a dot, so that no template sees it. */
  static final String STREAMED = "site.streamed";

  private View() {}

  /** @param template without its ending: {@code opportunities/list}
   *  @param namesAndValues the template's parameters: name, value, name, value */
  public static ModelAndView of(String template, Object... namesAndValues) {
    return new ModelAndView(template, parameters(namesAndValues));
  }

  /** A long page that goes out while it is written, so that no more than a piece of it is held; never kept, for nobody knows its length. It sets no cookie once it has begun. */
  public static ModelAndView streamed(String template, Object... namesAndValues) {
    return new ModelAndView(template, parameters(namesAndValues)).addObject(STREAMED, true);
  }

  /** The form again, with 422 and what was typed. */
  public static ModelAndView unprocessable(String template, Object... namesAndValues) {
    return new ModelAndView(template, parameters(namesAndValues), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** 303 to the page that shows what was done; the way to answer every POST. */
  public static ModelAndView seeOther(String path) {
    return new ModelAndView(new SeeOther(ours(path), null));
  }

  /** 303 to the page that shows what was done, and a sentence that says so, once. */
  public static ModelAndView seeOther(String path, Flash said) {
    return new ModelAndView(new SeeOther(ours(path), said));
  }

  /** A sentence for the next page. @param arguments texts or whole numbers */
  public static Flash saying(String key, Object... arguments) {
    return new Flash(key, Arrays.stream(arguments).map(String::valueOf).toList(), "");
  }

  /** A sentence for the next page: why what was asked for was not done. */
  public static Flash refusing(String key, Object... arguments) {
    return new Flash(key, saying(key, arguments).arguments(), "", true);
  }

  /** A sentence for the next page, with a button that takes the deed back. @param undo a path of ours to POST to */
  public static Flash sayingWithUndo(String undo, String key, Object... arguments) {
    return new Flash(key, saying(key, arguments).arguments(), ours(undo));
  }

  /** Answers a POST with 303 and leaves the message for the next page. */
  private static final class SeeOther extends RedirectView {
    private final @Nullable Flash said;

    SeeOther(String path, @Nullable Flash said) {
      super(path);
      this.said = said;
      setStatusCode(HttpStatus.SEE_OTHER);
      setExposeModelAttributes(false);
      setExpandUriTemplateVariables(false);
    }

    @Override
    protected void renderMergedOutputModel(Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (said != null) Flashes.keep(said, request, response);
      super.renderMergedOutputModel(model, request, response);
    }
  }

  private static String ours(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      throw new IllegalArgumentException("not a path of ours: " + path);
    }
    return path;
  }

  private static Map<String, Object> parameters(Object... namesAndValues) {
    Map<String, Object> parameters = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }
}
