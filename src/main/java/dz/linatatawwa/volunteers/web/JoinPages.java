package dz.linatatawwa.volunteers.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Query;
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
  ModelAndView contact(Optional<SignedIn> me, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    if (me.isPresent()) return View.seeOther(joined(me.get()) ? onward(to, "/desk") : "/join/facts" + query(to));
    if (joining.proved(request)) return View.seeOther("/join/facts" + query(to));
    return View.of("volunteers/join", "name", "", "contact", "", "to", to, "problems", Problems.none());
  }

  @PostMapping("/join")
  ModelAndView ask(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
    Problems problems = joining.ask(name, contact, pages.page(request).language(), request, response);
    return problems.any() ? View.unprocessable("volunteers/join", "name", name, "contact", contact, "to", to, "problems", problems)
        : View.seeOther("/join/code" + query(to));
  }

  @GetMapping("/join/code")
  ModelAndView code(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    return joining.asked(request).map(contact -> View.of("volunteers/code", code(to, contact.shown(), Problems.none())))
        .orElseGet(() -> View.seeOther("/join" + query(to)));
  }

  @PostMapping("/join/code")
  ModelAndView check(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String to, HttpServletRequest request,
      HttpServletResponse response) {
    String contact = joining.asked(request).map(c -> c.shown()).orElse("");
    return switch (joining.code(code, request, response)) {
      case Joining.Coded.Known(var account) ->
          View.seeOther(volunteers.find(account).isPresent() ? onward(to, "/desk") : "/join/facts" + query(to));
      case Joining.Coded.Proved() -> View.seeOther("/join/facts" + query(to));
      case Joining.Coded.Asleep() -> View.seeOther("/sign-in/asleep" + query(to));
      case Joining.Coded.Wrong(var problems) -> View.unprocessable("volunteers/code", code(to, contact, problems));
    };
  }

  @GetMapping("/join/facts")
  ModelAndView facts(Optional<SignedIn> me, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    if (me.isPresent() && joined(me.get())) return View.seeOther(onward(to, "/desk"));
    if (me.isEmpty() && !joining.proved(request)) return View.seeOther("/join" + query(to));
    return show(to, new Joining.Facts("", "", "", ""), joining.nameNeeded(me, request), Problems.none());
  }

  @PostMapping("/join/facts")
  ModelAndView finish(Optional<SignedIn> me, @RequestParam(defaultValue = "") String to, FactsForm form, HttpServletRequest request,
      HttpServletResponse response) {
    Joining.Facts facts = form.facts();
    return switch (joining.finish(facts, me, pages.page(request).language(), request, response)) {
      case Joining.Finished.Welcome(var account, var guardian) -> View.seeOther(guardian ? "/guardian" : onward(to, "/profile?new=1"));
      case Joining.Finished.Again(var problems) -> show(to, facts, joining.nameNeeded(me, request), problems);
      case Joining.Finished.Restart() -> View.seeOther("/join" + query(to));
    };
  }

  private static ModelAndView show(String to, Joining.Facts facts, boolean askName, Problems problems) {
    Object[] parameters = {"action", "/join/facts" + query(to), "facts", facts, "title", "volunteers.join.title", "askName", askName,
        "problems", problems};
    return problems.any() ? View.unprocessable("volunteers/facts", parameters) : View.of("volunteers/facts", parameters);
  }

  private static Object[] code(String to, String contact, Problems problems) {
    return new Object[] {"action", "/join/code" + query(to), "back", "/join" + query(to), "contact", contact, "title", "volunteers.join.title",
        "problems", problems};
  }

  private boolean joined(SignedIn me) {
    return volunteers.find(me.id()).isPresent();
  }

  /** Where the person was going, if that is a path of ours. */
  private static String onward(String to, String otherwise) {
    return to.matches("/[^/\\\\\\p{Cntrl}].*") || to.equals("/") ? to : otherwise;
  }

  private static String query(String to) {
    return Query.of("").with("to", onward(to, "")).toString();
  }
}
