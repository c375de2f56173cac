package dz.linatatawwa.entrances.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends somebody to an institution's own page: the one place where the platform leads away, to an address that an administrator registered. */
final class Outward {

  private Outward() {}

  static ModelAndView to(URI address) {
    RedirectView view = new RedirectView(address.toString());
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }
}
