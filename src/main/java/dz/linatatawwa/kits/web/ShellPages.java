package dz.linatatawwa.kits.web;

import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages that hold nothing of anybody: their scripts fill them with what is kept on the phone, also without network and without a session.
 *  What is behind them (a roster, a claim) the server gives only to whom it belongs. */
@Controller
class ShellPages {

  private final ScriptWords words;
  private final PageMaker pages;

  ShellPages(ScriptWords words, PageMaker pages) {
    this.words = words;
    this.pages = pages;
  }

  @GetMapping({"/organizations/{oid:\\d+}/desk/shifts/{sid:\\d+}/kit", "/kits/shell"})
  ModelAndView kit(HttpServletRequest request) {
    return shell("kits/kit", request);
  }

  @GetMapping({"/organizations/{oid:\\d+}/desk/shifts/{sid:\\d+}/kiosk", "/kiosk/shell"})
  ModelAndView kiosk(HttpServletRequest request) {
    return shell("kits/kiosk", request);
  }

  /** Shifts that are on this phone. */
  @GetMapping("/day")
  ModelAndView days(HttpServletRequest request) {
    return shell("kits/days", request);
  }

  /** What the site's code opens on a volunteer's phone. */
  @GetMapping("/here")
  ModelAndView here(HttpServletRequest request) {
    return shell("kits/here", request);
  }

  private ModelAndView shell(String template, HttpServletRequest request) {
    return View.of(template, "words", words.in(pages.page(request).language()));
  }
}
