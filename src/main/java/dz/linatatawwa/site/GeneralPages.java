package dz.linatatawwa.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Help, accessibility, privacy and about: plain words in one template. */
@Controller
@PublicPage
class GeneralPages {

  @GetMapping("/help")
  ModelAndView help() {
    return page("help");
  }

  @GetMapping("/accessibility")
  ModelAndView accessibility() {
    return page("accessibility");
  }

  @GetMapping("/privacy")
  ModelAndView privacy() {
    return page("privacy");
  }

  @GetMapping("/about")
  ModelAndView about() {
    return page("about");
  }

  /** What a phone without network shows; kept by the service worker. */
  @GetMapping("/offline")
  ModelAndView offline() {
    return View.of("site/offline");
  }

  private static ModelAndView page(String name) {
    return View.of("site/general", "name", name);
  }
}
