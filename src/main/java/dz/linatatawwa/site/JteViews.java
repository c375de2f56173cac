package dz.linatatawwa.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Shows a precompiled jte template; its name is the view's name, and {@code page} is added. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JteViews implements ViewResolver {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, JteViews.class.getClassLoader(), "dz.linatatawwa.pages");
  private static final int SMALL = 16 << 10;
  private static final int LARGE = 256 << 10;

  private final PageMaker pages;
  private final PageCache cache;
  /** How large the last page of each template was, and an eighth more: so much room the next one begins with. */
  private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

  JteViews(PageMaker pages, PageCache cache) {
    this.pages = pages;
    this.cache = cache;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return engine.hasTemplate(template) ? (model, request, response) -> show(template, model, request, response) : null;
  }

  private void show(String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    Map<String, Object> parameters = new HashMap<>();
    if (model != null) model.forEach((name, value) -> { if (name.indexOf('.') < 0) parameters.put(name, value); });
    Page page = pages.page(request);
    parameters.put("page", page);
    if (page.flash().isPresent()) Flashes.forget(request, response);
    if (model != null && model.containsKey(dz.linatatawwa.site.View.STREAMED)) {
      stream(template, parameters, page, response);
      return;
    }
    PageBytes written = new PageBytes(sizes.getOrDefault(template, SMALL));
    engine.render(template, parameters, written);
    sizes.put(template, Math.min(written.length() + written.length() / 8, LARGE));
    if (cache.mayKeep(page, request, response)) {
      cache.keepAndSend(written, page.language().locale(), request, response);
      return;
    }
    response.setContentType("text/html;charset=utf-8");
    response.setLocale(page.language().locale());
    response.setHeader("Cache-Control", page.visitor().signedIn() || PageMaker.tokenUsed(request) ? "private, no-store" : "private, no-cache");
    response.setContentLength(written.length());
    response.getOutputStream().write(written.array(), 0, written.length());
  }

  private void stream(String template, Map<String, Object> parameters, Page page, HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=utf-8");
    response.setLocale(page.language().locale());
    response.setHeader("Cache-Control", "private, no-store");
    PageBytes written = new PageBytes(LARGE, response.getOutputStream());
    engine.render(template, parameters, written);
    written.send();
  }
}
