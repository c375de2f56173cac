package dz.linatatawwa.privacy.web;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Doorway.Passed;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.privacy.Leavings;
import dz.linatatawwa.privacy.OwnData;
import dz.linatatawwa.privacy.Register;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leaving: what goes and what stays, a code, and the days of grace. */
@Controller
@RequestMapping("/me/leaving")
class LeavingPages {

  private final Leavings leavings;
  private final OwnData data;
  private final Register register;
  private final Accounts accounts;
  private final Holds holds;
  private final Doorway door;
  private final PageMaker pages;

  LeavingPages(Leavings leavings, OwnData data, Register register, Accounts accounts, Holds holds, Doorway door, PageMaker pages) {
    this.holds = holds;
    this.leavings = leavings;
    this.data = data;
    this.register = register;
    this.accounts = accounts;
    this.door = door;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(SignedIn me, HttpServletRequest request) {
    return page(me, Problems.none(), request);
  }

  /** Sends a code to the contact that the account has. */
  @PostMapping
  ModelAndView send(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
    if (accounts.isOnlyAdministrator(me.id())) return page(me, Problems.none().add("leaving", "privacy.leaving.only"), request);
    holds.pass(me.id());
    Optional<Contact> own = own(me);
    if (own.isEmpty()) return View.seeOther("/contact");
    return door.ask(own.get(), me.language(), request, response).map(pause -> page(me, Problems.none().add("leaving", "accounts.pause.why"), request))
        .orElseGet(() -> View.seeOther("/me/leaving/code"));
  }

  @GetMapping("/code")
  ModelAndView code(SignedIn me, HttpServletRequest request) {
    return asked(me, request).map(contact -> form(contact, "", Problems.none())).orElseGet(() -> View.seeOther("/me/leaving"));
  }

  @PostMapping("/code")
  ModelAndView leave(SignedIn me, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> asked = asked(me, request);
    if (asked.isEmpty()) return View.seeOther("/me/leaving");
    return switch (door.prove(code, request)) {
      case Passed.New proved -> leaving(me, request, response);
      case Passed.Wrong wrong -> unprocessable(form(asked.get(), code, new Problems().add("code", "accounts.problem.code", wrong.triesLeft())));
      case Passed.Over over -> page(me, Problems.none().add("leaving", "accounts.problem.codeOver"), request);
      case Passed.TooMany tooMany -> page(me, Problems.none().add("leaving", "accounts.pause.why"), request);
      case Passed.In in -> throw new IllegalStateException("a proof signed somebody in");
      case Passed.Asleep asleep -> throw new IllegalStateException("a proof asked for more");
    };
  }

  private ModelAndView leaving(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
    door.spend(request, response);
    Optional<Instant> goes = leavings.ask(me.id());
    Words words = pages.page(request).words();
    return goes.map(day -> View.seeOther("/", View.saying("privacy.leaving.done", words.longDate(day))))
        .orElseGet(() -> page(me, Problems.none().add("leaving", "privacy.leaving.only"), request));
  }

  private ModelAndView page(SignedIn me, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Set<String> mine = data.of(me.id(), 1).sections().stream().flatMap(section -> section.parts().stream()).map(part -> part.table()).collect(Collectors.toSet());
    Object[] parameters = {"goes", titles(mine, words, false), "stays", titles(mine, words, true), "grace", leavings.grace(), "problems", problems};
    return problems.any() ? View.unprocessable("privacy/leaving", parameters) : View.of("privacy/leaving", parameters);
  }

  /** The person's tables whose rows go, or stay without a name. */
  private List<String> titles(Set<String> mine, Words words, boolean stay) {
    return register.lines().stream().filter(line -> mine.contains(line.table()) && (line.leaving() == Kept.Leaving.STAYS) == stay)
        .map(line -> words.text("privacy.table." + line.table())).distinct().toList();
  }

  private static ModelAndView form(Contact contact, String code, Problems problems) {
    return View.of("privacy/leaving-code", "contact", contact.shown(), "sms", contact instanceof Contact.Phone, "code", code, "problems", problems);
  }

  private static ModelAndView unprocessable(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private Optional<Contact> asked(SignedIn me, HttpServletRequest request) {
    Optional<Contact> own = own(me);
    return door.asked(request).filter(contact -> own.filter(contact::equals).isPresent());
  }

  private Optional<Contact> own(SignedIn me) {
    return accounts.find(me.id()).flatMap(Account::contact);
  }
}
