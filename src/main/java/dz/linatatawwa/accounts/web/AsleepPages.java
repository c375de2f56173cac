package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Awakening;
import dz.linatatawwa.accounts.Awakening.Shown;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** After the code of a contact that nobody used for long: one thing more, or a new account. */
@Controller
@RequestMapping("/sign-in/asleep")
class AsleepPages {

  private final Awakening awakening;
  private final PageMaker pages;

  AsleepPages(Awakening awakening, PageMaker pages) {
    this.awakening = awakening;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    return page(WayBack.of(to, ""), "", Problems.none(), request);
  }

  /** Sends a code to the other contact. The answer is the same whether it is the account's or not. */
  @PostMapping("/contact")
  ModelAndView ask(@RequestParam(defaultValue = "") String other, @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
    String back = WayBack.of(to, "");
    Optional<Contact> read = Contact.parse(other);
    if (read.isEmpty()) {
      return unprocessable(page(back, other, new Problems().add("other", other.isBlank() ? "site.problem.required" : "accounts.problem.contact"), request));
    }
    return awakening.ask(read.get(), pages.page(request).language(), request, response).map(pause -> Pauses.page(pause, response, "/sign-in/asleep" + SignInPages.query(back)))
        .orElseGet(() -> View.seeOther("/sign-in/asleep/code" + SignInPages.query(back)));
  }

  @GetMapping("/code")
  ModelAndView code(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    String back = WayBack.of(to, "");
    return awakening.asked(request).map(other -> form(other, back, "", Problems.none())).orElseGet(() -> View.seeOther("/sign-in/asleep" + SignInPages.query(back)));
  }

  @PostMapping("/code")
  ModelAndView pass(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
    String back = WayBack.of(to, "");
    Optional<Contact> asked = awakening.asked(request);
    return switch (awakening.code(code, request, response)) {
      case Shown.In in -> View.seeOther(WayBack.of(to, "/desk"));
      case Shown.Wrong wrong when asked.isPresent() -> unprocessable(form(asked.get(), back, code, new Problems().add("code", "accounts.problem.otherCode")));
      case Shown.TooMany tooMany -> Pauses.page(tooMany.pause(), response, "/sign-in/asleep" + SignInPages.query(back));
      case Shown.Wrong wrong -> over(back, request);
      case Shown.Over over -> over(back, request);
    };
  }

  /** Looks at the app's digits, or a recovery code. */
  @PostMapping("/second")
  ModelAndView second(@RequestParam(defaultValue = "") String second, @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
    String back = WayBack.of(to, "");
    return switch (awakening.second(second, request, response)) {
      case Shown.In in -> View.seeOther(WayBack.of(to, "/desk"));
      case Shown.Wrong wrong -> unprocessable(page(back, "", new Problems().add("second", "accounts.problem.second"), request));
      case Shown.TooMany tooMany -> Pauses.page(tooMany.pause(), response, "/sign-in/asleep" + SignInPages.query(back));
      case Shown.Over over -> View.seeOther("/sign-in" + SignInPages.query(back));
    };
  }

  /** The number was given to somebody new, who opens an account of their own. */
  @PostMapping("/release")
  ModelAndView release(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    String back = WayBack.of(to, "");
    return View.seeOther((awakening.release(request) ? "/join/facts" : "/sign-in") + SignInPages.query(back));
  }

  private ModelAndView over(String back, HttpServletRequest request) {
    return unprocessable(page(back, "", new Problems().add("other", "accounts.problem.codeOver"), request));
  }

  private ModelAndView page(String back, String other, Problems problems, HttpServletRequest request) {
    return awakening.waiting(request)
        .map(contact -> View.of("accounts/asleep", "contact", contact.shown(), "sms", contact instanceof Contact.Phone, "other", other, "to", back, "problems", problems))
        .orElseGet(() -> View.seeOther("/sign-in" + SignInPages.query(back)));
  }

  private static ModelAndView form(Contact other, String back, String code, Problems problems) {
    return View.of("accounts/asleep-code", "contact", other.shown(), "to", back, "code", code, "problems", problems);
  }

  /** A page that leads on keeps its own number. */
  private static ModelAndView unprocessable(ModelAndView page) {
    if (page.getStatus() == null) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
