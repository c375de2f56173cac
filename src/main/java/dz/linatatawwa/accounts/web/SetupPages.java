package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Setup;
import dz.linatatawwa.accounts.Setup.Made;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the first run; it exists only while nobody is an administrator, and the front page leads to it. */
@Controller
class SetupPages implements WebMvcConfigurer {

  private static final int LONGEST_NAME = 120;

  private final Setup setup;
  private final PageMaker pages;

  SetupPages(Setup setup, PageMaker pages) {
    this.setup = setup;
    this.pages = pages;
  }

  @GetMapping("/setup")
  ModelAndView show() {
    mustBeOpen();
    return View.of("accounts/setup", "name", "", "contact", "", "code", "", "problems", Problems.none());
  }

  @PostMapping("/setup")
  ModelAndView make(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    mustBeOpen();
    Problems problems = new Problems();
    String clean = Typed.line(name);
    if (clean.isEmpty()) problems.add("name", "site.problem.required");
    if (clean.length() > LONGEST_NAME) problems.add("name", "site.problem.tooLong", LONGEST_NAME);
    Optional<Contact> read = Contact.parse(contact);
    if (read.isEmpty()) problems.add("contact", contact.isBlank() ? "site.problem.required" : "accounts.problem.contact");
    if (code.isBlank()) problems.add("code", "site.problem.required");
    if (problems.any()) return again(name, contact, code, problems);
    return switch (setup.make(clean, read.orElseThrow(), pages.page(request).language(), code, request, response)) {
      case Made.Administrator made -> View.seeOther("/passkeys", View.saying("accounts.setup.done"));
      case Made.WrongCode wrong -> again(name, contact, code, problems.add("code", "accounts.problem.setupCode"));
      case Made.TooMany tooMany -> Pauses.page(tooMany.pause(), response, "/setup");
    };
  }

  private static ModelAndView again(String name, String contact, String code, Problems problems) {
    return View.unprocessable("accounts/setup", "name", name, "contact", contact, "code", code, "problems", problems);
  }

  private void mustBeOpen() {
    if (!setup.isOpen()) throw new NotFound("/setup");
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new HandlerInterceptor() {
      @Override
      public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!setup.isOpen()) return true;
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/setup");
        return false;
      }
    }).addPathPatterns("/");
  }
}
