package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;

/** A room that takes bodies larger than a form: it reads them itself, as a stream, after it knows who sends them, and bounds them. */
@FunctionalInterface
public interface LargeBodies {

  /** Whether this request is for such a page. */
  boolean takes(HttpServletRequest request);
}
