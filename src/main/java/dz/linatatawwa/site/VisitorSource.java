package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import jakarta.servlet.http.HttpServletRequest;

/** Tells who looks at a page. The room that knows sessions answers; without it everybody is unknown. */
public interface VisitorSource {

  /** @param chosen the language that the address, the cookie or the browser asks for */
  Visitor visitor(HttpServletRequest request, Language chosen);
}
