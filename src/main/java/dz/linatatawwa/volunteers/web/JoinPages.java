package dz.linatatawwa.volunteers.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Joining;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Joining without an opportunity in mind: {@code /join}. */
@Controller
class JoinPages {

  private final Joining joining;
  private final Volunteers volunteers;
  private final PageMaker pages;

  JoinPages(Joining joining, Volunteers volunteers, PageMaker pages) {
    this.joining = joining;
    this.volunteers = volunteers;
    this.pages = pages;
  }

  @GetMapping("/join")
  ModelAndView contact(Optional<SignedIn> me) {
    if (me.isPresent()) return View.seeOther(joined(me.get()) ? "/desk" : "/join/facts");
    return View.of("volunteers/join", "name", "", "contact", "", "problems", Problems.none());
  }

  @PostMapping("/join")
  ModelAndView ask(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String contact, HttpServletRequest request,
      HttpServletResponse response) {
    Problems problems = joining.ask(name, contact, pages.page(request).language(), request, response);
    return problems.any() ? View.unprocessable("volunteers/join", "name", name, "contact", contact, "problems", problems)
        : View.seeOther("/join/code");
  }

  @GetMapping("/join/code")
  ModelAndView code(HttpServletRequest request) {
    return joining.asked(request)
        .map(contact -> View.of("volunteers/code", "action", "/join/code", "back", "/join", "contact", contact.shown(), "title",
            "volunteers.join.title", "problems", Problems.none()))
        .orElseGet(() -> View.seeOther("/join"));
  }

  @PostMapping("/join/code")
  ModelAndView check(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    String contact = joining.asked(request).map(c -> c.shown()).orElse("");
    return switch (joining.code(code, request, response)) {
      case Joining.Coded.Known(var account) -> View.seeOther(volunteers.find(account).isPresent() ? "/desk" : "/join/facts");
      case Joining.Coded.Proved() -> View.seeOther("/join/facts");
      case Joining.Coded.Wrong(var problems) -> View.unprocessable("volunteers/code", "action", "/join/code", "back", "/join", "contact",
          contact, "title", "volunteers.join.title", "problems", problems);
    };
  }

  @GetMapping("/join/facts")
  ModelAndView facts(Optional<SignedIn> me, HttpServletRequest request) {
    if (me.isPresent() && joined(me.get())) return View.seeOther("/desk");
    if (me.isEmpty() && !joining.proved(request)) return View.seeOther("/join");
    return show(new Joining.Facts("", "", "", ""), Problems.none());
  }

  @PostMapping("/join/facts")
  ModelAndView finish(Optional<SignedIn> me, FactsForm form, HttpServletRequest request, HttpServletResponse response) {
    Joining.Facts facts = form.facts();
    return switch (joining.finish(facts, me, pages.page(request).language(), request, response)) {
      case Joining.Finished.Welcome(var account, var guardian) -> View.seeOther(guardian ? "/guardian" : "/profile?new=1");
      case Joining.Finished.Again(var problems) -> show(facts, problems);
      case Joining.Finished.Restart() -> View.seeOther("/join");
    };
  }

  private ModelAndView show(Joining.Facts facts, Problems problems) {
    Object[] parameters = {"action", "/join/facts", "facts", facts, "title", "volunteers.join.title", "problems", problems};
    return problems.any() ? View.unprocessable("volunteers/facts", parameters) : View.of("volunteers/facts", parameters);
  }

  private boolean joined(SignedIn me) {
    return volunteers.find(me.id()).isPresent();
  }
}
