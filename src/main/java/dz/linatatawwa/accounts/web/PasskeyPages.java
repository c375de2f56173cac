package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.PasskeyDuty;
import dz.linatatawwa.accounts.Passkeys;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.Sessions;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Passkeys of a person, and signing in with one: the script of these pages asks for options and sends back what the browser made. */
@Controller
class PasskeyPages {

  private final Passkeys passkeys;
  private final Accounts accounts;
  private final PasskeyDuty duty;
  private final Holds holds;
  private final Sessions sessions;
  private final Clock clock;
  private final PageMaker pages;

  PasskeyPages(Passkeys passkeys, Accounts accounts, PasskeyDuty duty, Holds holds, Sessions sessions, Clock clock, PageMaker pages) {
    this.holds = holds;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.duty = duty;
    this.clock = clock;
    this.pages = pages;
  }

  @GetMapping("/passkeys")
  ModelAndView list(Session here, HttpServletRequest request) {
    SignedIn me = here.person();
    Words words = pages.page(request).words();
    Optional<Instant> due = duty.due(me.id());
    return View.of("accounts/passkeys", "passkeys", passkeys.of(me.id()), "administrator", me.administrator(),
        "locked", !duty.mayChange(here), "held", holds.until(me.id()), "due", due.map(words::date).orElse(""), "barred", due.filter(end -> !clock.instant().isBefore(end)).isPresent());
  }

  @PostMapping(value = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> creation(Session here, HttpServletRequest request, HttpServletResponse response) {
    if (!duty.mayChange(here) || holds.until(here.person().id()).isPresent()) return ResponseEntity.status(HttpStatus.FORBIDDEN).body("{}");
    SignedIn me = here.person();
    String contact = accounts.find(me.id()).flatMap(Account::contact).map(Contact::shown).orElse(me.name());
    return ResponseEntity.ok(passkeys.creation(me, contact, request, response));
  }

  @PostMapping(value = "/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> keep(Session here, @RequestParam(defaultValue = "") String label, @RequestBody String credential,
      HttpServletRequest request, HttpServletResponse response) {
    if (!duty.mayChange(here) || holds.until(here.person().id()).isPresent()) return refused();
    String typed = Typed.line(label);
    String named = typed.isEmpty() ? pages.page(request).text("accounts.passkeys.unnamed") : typed.substring(0, typed.offsetByCodePoints(0, Math.min(40, typed.codePointCount(0, typed.length()))));
    return passkeys.keep(here.person(), named, credential, request, response) ? ResponseEntity.ok(Map.of("to", "/passkeys")) : refused();
  }

  @PostMapping("/passkeys/{id}/removal")
  ModelAndView remove(@PathVariable String id, Session here) {
    if (!duty.mayChange(here)) return View.seeOther("/second-step?to=/passkeys");
    holds.pass(here.person().id());
    if (!passkeys.remove(here.person().id(), id)) throw new NotFound("passkey");
    sessions.endOthers(here.person().id(), here.id());
    return View.seeOther("/passkeys", View.saying("accounts.passkeys.removed"));
  }

  @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> request(HttpServletRequest request, HttpServletResponse response) {
    return passkeys.request(request, response).map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", "300").body("{}"));
  }

  @PostMapping(value = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> enter(@RequestParam(defaultValue = "") String to, @RequestBody String credential, HttpServletRequest request,
      HttpServletResponse response) {
    return passkeys.enter(credential, request, response) ? ResponseEntity.ok(Map.of("to", WayBack.of(to, "/desk"))) : refused();
  }

  private static ResponseEntity<Map<String, String>> refused() {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of());
  }
}
