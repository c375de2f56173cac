package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Doorway.Passed;
import dz.linatatawwa.accounts.OtherWayIn;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a one-time code, and out. The same pages for somebody with an account and without: who is new goes on to joining. */
@Controller
class SignInPages {

  private static final String HOME = "/desk";

  private final Doorway door;
  private final PageMaker pages;
  private final ObjectProvider<OtherWayIn> others;

  SignInPages(Doorway door, PageMaker pages, ObjectProvider<OtherWayIn> others) {
    this.door = door;
    this.pages = pages;
    this.others = others;
  }

  @GetMapping("/sign-in")
  ModelAndView contact(@RequestParam(defaultValue = "") String to, Optional<SignedIn> me, HttpServletRequest request) {
    String back = WayBack.of(to, "");
    return me.isPresent() ? View.seeOther(WayBack.of(to, HOME))
        : View.of("accounts/sign-in", "contact", "", "to", back, "problems", Problems.none(), "others", others(back, request));
  }

  private List<Link> others(String back, HttpServletRequest request) {
    return others.stream().flatMap(way -> way.ways(pages.page(request).language(), back).stream()).toList();
  }

  @PostMapping("/sign-in")
  ModelAndView ask(@RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String to, HttpServletRequest request,
      HttpServletResponse response) {
    String back = WayBack.of(to, "");
    Optional<Contact> read = Contact.parse(contact);
    if (read.isEmpty()) {
      Problems problems = new Problems().add("contact", contact.isBlank() ? "site.problem.required" : "accounts.problem.contact");
      return View.unprocessable("accounts/sign-in", "contact", contact, "to", back, "problems", problems, "others", others(back, request));
    }
    return door.ask(read.get(), pages.page(request).language(), request, response).map(pause -> Pauses.page(pause, response, "/sign-in" + query(back)))
        .orElseGet(() -> View.seeOther("/sign-in/code" + query(back)));
  }

  @GetMapping("/sign-in/code")
  ModelAndView code(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    String back = WayBack.of(to, "");
    return door.asked(request).map(contact -> form(contact, back, "", Problems.none()))
        .orElseGet(() -> View.seeOther("/sign-in" + query(back)));
  }

  @PostMapping("/sign-in/code")
  ModelAndView pass(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String to, HttpServletRequest request,
      HttpServletResponse response) {
    String back = WayBack.of(to, "");
    Optional<Contact> asked = door.asked(request);
    return switch (door.pass(code, request, response)) {
      case Passed.In in -> View.seeOther(WayBack.of(to, HOME));
      case Passed.New fresh -> View.seeOther("/join" + query(back));
      case Passed.Asleep asleep -> View.seeOther("/sign-in/asleep" + query(back));
      case Passed.TooMany tooMany -> Pauses.page(tooMany.pause(), response, "/sign-in/code" + query(back));
      case Passed.Wrong wrong when asked.isPresent() ->
          refused(form(asked.get(), back, code, new Problems().add("code", "accounts.problem.code", wrong.triesLeft())));
      case Passed.Wrong wrong -> over(back, request);
      case Passed.Over over -> over(back, request);
    };
  }

  @PostMapping("/sign-out")
  ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
    door.leave(request, response);
    return View.seeOther("/", View.saying("accounts.signedOut"));
  }

  private ModelAndView form(Contact contact, String back, String code, Problems problems) {
    return View.of("accounts/code", "contact", contact.shown(), "sms", contact instanceof Contact.Phone, "to", back, "code", code, "problems", problems);
  }

  private static ModelAndView refused(ModelAndView form) {
    form.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
    return form;
  }

  private ModelAndView over(String back, HttpServletRequest request) {
    return View.unprocessable("accounts/sign-in", "contact", "", "to", back, "problems", new Problems().add("contact", "accounts.problem.codeOver"), "others", others(back, request));
  }

  static String query(String back) {
    return back.isEmpty() ? "" : "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }
}
