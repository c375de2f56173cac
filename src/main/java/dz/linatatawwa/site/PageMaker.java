package dz.linatatawwa.site;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request, once. */
@Component
public class PageMaker {

  private static final String MADE = PageMaker.class.getName();

  private final Dictionary dictionary;
  private final Assets assets;
  private final ObjectProvider<VisitorSource> source;

  PageMaker(Dictionary dictionary, Assets assets, ObjectProvider<VisitorSource> source) {
    this.dictionary = dictionary;
    this.assets = assets;
    this.source = source;
  }

  public Page page(HttpServletRequest request) {
    if (request.getAttribute(MADE) instanceof Page made) return made;
    Page page = make(request);
    request.setAttribute(MADE, page);
    return page;
  }

  private Page make(HttpServletRequest request) {
    Language asked = Languages.asked(request);
    VisitorSource known = source.getIfAvailable();
    Visitor visitor = known == null ? Visitor.unknown(asked) : known.visitor(request, asked);
    String csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    return new Page(dictionary.in(visitor.language()), visitor, request.getRequestURI(), withoutLanguage(request.getQueryString()), csrf, assets);
  }

  private static String withoutLanguage(@org.jspecify.annotations.Nullable String query) {
    if (query == null) return "";
    StringBuilder kept = new StringBuilder();
    for (String part : query.split("&")) {
      if (part.isEmpty() || part.startsWith("lang=")) continue;
      if (!kept.isEmpty()) kept.append('&');
      kept.append(part);
    }
    return kept.toString();
  }
}
