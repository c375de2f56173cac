package dz.linatatawwa.site;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Parts of a page that one room draws and another shows: a template with its parameters, ready to stand in {@code ${content}}. */
@Component
public class Fragments {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Fragments.class.getClassLoader(), "dz.linatatawwa.pages");

  /** @param template without its ending: {@code opportunities/cards}; it gets {@code page} too
   *  @param namesAndValues the template's parameters: name, value, name, value */
  public Content of(Page page, String template, Object... namesAndValues) {
    Map<String, Object> parameters = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    parameters.put("page", page);
    return output -> engine.render(template + ".jte", parameters, output);
  }
}
