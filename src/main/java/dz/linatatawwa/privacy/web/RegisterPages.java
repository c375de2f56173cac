package dz.linatatawwa.privacy.web;

import dz.linatatawwa.privacy.Register;
import dz.linatatawwa.privacy.RegisterPaper;
import dz.linatatawwa.privacy.Timers;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The register of processing, for everybody. */
@Controller
class RegisterPages {

  private final Register register;
  private final RegisterPaper paper;
  private final Timers timers;
  private final PageMaker pages;
  private final Clock clock;

  RegisterPages(Register register, RegisterPaper paper, Timers timers, PageMaker pages, Clock clock) {
    this.register = register;
    this.paper = paper;
    this.timers = timers;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/privacy/register")
  @PublicPage
  ModelAndView show() {
    return View.of("privacy/register", "register", register, "timers", timers);
  }

  @GetMapping("/privacy/register.csv")
  ResponseEntity<byte[]> csv(HttpServletRequest request) {
    return Sent.csv(paper.csv(pages.page(request).words()), "register.csv");
  }

  @GetMapping("/privacy/register.pdf")
  ResponseEntity<byte[]> pdf(HttpServletRequest request) {
    return Sent.pdf(paper.pdf(pages.page(request).words(), clock.instant()), "register.pdf");
  }
}
