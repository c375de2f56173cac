package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.ContactChanges;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Doorway.Passed;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.Sessions;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the platform reaches a person: e-mail, phone, language. A new contact is proved by a code sent to it; before that, somebody whose
 *  sign-in is more than ten minutes old shows anew who they are, by a code sent to the contact they have. */
@Controller
class ContactPages {

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final ContactChanges changes;
  private final Holds holds;
  private final Sessions sessions;
  private final Doorway door;
  private final PageMaker pages;
  private final Clock clock;

  ContactPages(Accounts accounts, ContactChanges changes, Holds holds, Sessions sessions, Doorway door, PageMaker pages, Clock clock) {
    this.accounts = accounts;
    this.changes = changes;
    this.holds = holds;
    this.sessions = sessions;
    this.door = door;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/contact")
  ModelAndView show(Session here) {
    return page(here, "", Problems.none());
  }

  @PostMapping("/contact/language")
  ModelAndView speak(@RequestParam(defaultValue = "") String language, SignedIn me) {
    Optional<Language> chosen = Language.of(language);
    chosen.ifPresent(l -> accounts.speak(me.id(), l));
    return View.seeOther("/contact", View.saying("accounts.contact.languageKept"));
  }

  /** Sends a code to the contact that the account has, to show anew who sits here. */
  @PostMapping("/contact/proof")
  ModelAndView prove(Session here, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> own = account(here.person().id()).contact();
    if (own.isEmpty()) return View.seeOther("/second-step?to=/contact");
    return door.ask(own.get(), pages.page(request).language(), request, response).map(pause -> Pauses.page(pause, response, "/contact"))
        .orElseGet(() -> View.seeOther("/contact/code"));
  }

  /** Sends a code to the new contact. */
  @PostMapping("/contact")
  ModelAndView ask(@RequestParam(defaultValue = "") String contact, Session here, HttpServletRequest request, HttpServletResponse response) {
    if (!fresh(here)) return View.seeOther("/contact");
    holds.pass(here.person().id());
    Optional<Contact> read = Contact.parse(contact);
    if (read.isEmpty()) {
      String problem = contact.isBlank() ? "site.problem.required" : "accounts.problem.contact";
      return unprocessable(page(here, contact, new Problems().add("contact", problem)));
    }
    return door.ask(read.get(), pages.page(request).language(), request, response).map(pause -> Pauses.page(pause, response, "/contact"))
        .orElseGet(() -> View.seeOther("/contact/code"));
  }

  @GetMapping("/contact/code")
  ModelAndView code(Session here, HttpServletRequest request) {
    return door.asked(request).map(contact -> form(contact, "", Problems.none())).orElseGet(() -> View.seeOther("/contact"));
  }

  @PostMapping("/contact/code")
  ModelAndView pass(@RequestParam(defaultValue = "") String code, Session here, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> asked = door.asked(request);
    return switch (door.prove(code, request)) {
      case Passed.New proved -> proved(here, request, response);
      case Passed.TooMany tooMany -> Pauses.page(tooMany.pause(), response, "/contact/code");
      case Passed.Wrong wrong when asked.isPresent() ->
          unprocessable(form(asked.get(), code, new Problems().add("code", "accounts.problem.code", wrong.triesLeft())));
      case Passed.Wrong wrong -> over(here);
      case Passed.Over over -> over(here);
      case Passed.In in -> throw new IllegalStateException("a proof signed somebody in");
      case Passed.Asleep asleep -> throw new IllegalStateException("a proof asked for more");
    };
  }

  private ModelAndView proved(Session here, HttpServletRequest request, HttpServletResponse response) {
    AccountId me = here.person().id();
    Contact contact = door.spend(request, response).orElseThrow();
    Account account = account(me);
    if (contact.text().equals(account.email()) || contact.text().equals(account.phone())) {
      sessions.proved(here);
      door.wake(me, contact);
      return View.seeOther("/contact", View.saying("accounts.contact.proved"));
    }
    if (!fresh(here)) return View.seeOther("/contact");
    holds.pass(me);
    return change(here, contact) ? View.seeOther("/contact", View.saying("accounts.contact.changed"))
        : unprocessable(page(here, contact.shown(), new Problems().add("contact", "accounts.problem.contactTaken")));
  }

  private boolean change(Session here, Contact contact) {
    try {
      return changes.put(here.person().id(), here.id(), contact);
    } catch (DuplicateKeyException takenInTheSameMoment) {
      return false;
    }
  }

  private ModelAndView over(Session here) {
    return unprocessable(page(here, "", new Problems().add("contact", "accounts.problem.codeOver")));
  }

  private ModelAndView page(Session here, String contact, Problems problems) {
    return View.of("accounts/contact", "account", account(here.person().id()), "fresh", fresh(here), "held", holds.until(here.person().id()), "contact", contact, "problems", problems);
  }

  private static ModelAndView form(Contact contact, String code, Problems problems) {
    return View.of("accounts/contact-code", "contact", contact.shown(), "sms", contact instanceof Contact.Phone, "code", code, "problems", problems);
  }

  private static ModelAndView unprocessable(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private boolean fresh(Session here) {
    return here.provedAt().isAfter(clock.instant().minus(FRESH));
  }

  private Account account(AccountId id) {
    return accounts.find(id).orElseThrow(() -> new IllegalStateException("no account " + id));
  }
}
