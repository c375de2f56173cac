package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.PasskeyDuty;
import dz.linatatawwa.accounts.Passkeys;
import dz.linatatawwa.accounts.SecondStep;
import dz.linatatawwa.accounts.SecondStep.Tried;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Taking the second step, and the authenticator app that gives its digits. */
@Controller
class SecondStepPages {

  private final SecondStep second;
  private final Passkeys passkeys;
  private final PasskeyDuty duty;
  private final Holds holds;
  private final Accounts accounts;
  private final PageMaker pages;

  SecondStepPages(SecondStep second, Passkeys passkeys, PasskeyDuty duty, Holds holds, Accounts accounts, PageMaker pages) {
    this.holds = holds;
    this.second = second;
    this.passkeys = passkeys;
    this.duty = duty;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping("/second-step")
  ModelAndView ask(Session here, @RequestParam(defaultValue = "") String to) {
    return here.secondAt() != null ? View.seeOther(WayBack.of(to, "/desk")) : form(here, WayBack.of(to, ""), "", new Problems());
  }

  @PostMapping("/second-step")
  ModelAndView take(Session here, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String to, HttpServletResponse response) {
    return switch (second.pass(here, code)) {
      case Tried.Passed passed -> View.seeOther(WayBack.of(to, "/desk"));
      case Tried.TooMany tooMany -> Pauses.page(tooMany.pause(), response, "/second-step" + SignInPages.query(WayBack.of(to, "")));
      case Tried.Wrong wrong -> refused(form(here, WayBack.of(to, ""), code, new Problems().add("code", "accounts.problem.second")));
    };
  }

  private ModelAndView form(Session here, String to, String code, Problems problems) {
    return View.of("accounts/second-step", "app", second.since(here.person().id()).isPresent(), "passkeys", !passkeys.of(here.person().id()).isEmpty(), "to", to,
        "code", code, "problems", problems);
  }

  @GetMapping("/authenticator")
  ModelAndView app(Session here, HttpServletRequest request) {
    return setting(here, "", new Problems(), request);
  }

  @PostMapping("/authenticator")
  ModelAndView confirm(Session here, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    if (!duty.mayChange(here)) return View.seeOther("/second-step?to=/authenticator");
    holds.pass(here.person().id());
    return second.confirm(here, code).map(codes -> shown(codes, response))
        .orElseGet(() -> refused(setting(here, code, new Problems().add("code", "accounts.problem.second"), request)));
  }

  @PostMapping("/authenticator/codes")
  ModelAndView renew(Session here, HttpServletResponse response) {
    holds.pass(here.person().id());
    return second.renewCodes(here).map(codes -> shown(codes, response)).orElseGet(() -> View.seeOther("/second-step?to=/authenticator"));
  }

  @PostMapping("/authenticator/removal")
  ModelAndView remove(Session here) {
    holds.pass(here.person().id());
    return second.remove(here) ? View.seeOther("/authenticator", View.saying("accounts.app.removed")) : View.seeOther("/second-step?to=/authenticator");
  }

  /** The codes are on this page and nowhere else, so that nothing keeps it. */
  private static ModelAndView shown(List<String> codes, HttpServletResponse response) {
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    return View.of("accounts/recovery-codes", "codes", codes);
  }

  private ModelAndView setting(Session here, String code, Problems problems, HttpServletRequest request) {
    Optional<Instant> held = holds.until(here.person().id());
    boolean locked = !duty.mayChange(here) || held.isPresent();
    String contact = accounts.find(here.person().id()).flatMap(Account::contact).map(Contact::shown).orElse(here.person().name());
    Optional<SecondStep.Given> given = locked ? Optional.empty() : second.begin(here.person().id(), contact);
    return View.of("accounts/authenticator", "since", second.since(here.person().id()), "left", second.codesLeft(here.person().id()), "locked", locked, "held", held,
        "taken", here.secondAt() != null, "secret", given.map(SecondStep.Given::text).orElse(""), "uri", given.map(SecondStep.Given::uri).orElse(""),
        "square", given.map(one -> Qr.of(one.uri(), Qr.Correction.LOW).svg(pages.page(request).text("accounts.app.square"))).orElse(""), "code", code, "problems", problems);
  }

  private static ModelAndView refused(ModelAndView form) {
    form.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
    return form;
  }
}
