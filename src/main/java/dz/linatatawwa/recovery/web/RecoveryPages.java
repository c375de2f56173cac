package dz.linatatawwa.recovery.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Doorway.Passed;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.recovery.Recoveries;
import dz.linatatawwa.recovery.Recoveries.Asked;
import dz.linatatawwa.recovery.Recoveries.Entered;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming back into an account: a contact that is proved, the card, the year of birth; then letters for a coordinator, and the days. */
@Controller
@RequestMapping("/recovery")
class RecoveryPages {

  private final Recoveries recoveries;
  private final Doorway door;
  private final PageMaker pages;
  private final Clock clock;

  RecoveryPages(Recoveries recoveries, Doorway door, PageMaker pages, Clock clock) {
    this.recoveries = recoveries;
    this.door = door;
    this.pages = pages;
    this.clock = clock;
  }

  /** Where it begins; who proved a contact a moment ago goes on from there. */
  @GetMapping
  ModelAndView begin(HttpServletRequest request) {
    return door.proved(request).isPresent() ? View.seeOther("/recovery/request") : contact("", Problems.none());
  }

  @PostMapping
  ModelAndView ask(@RequestParam(defaultValue = "") String contact, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> read = Contact.parse(contact);
    if (read.isEmpty()) return contact(contact, new Problems().add("contact", contact.isBlank() ? "site.problem.required" : "accounts.problem.contact"));
    return door.ask(read.get(), pages.page(request).language(), request, response)
        .map(pause -> tooMany(contact(contact, new Problems().add("contact", "recovery.problem.pause", minutes(pause))), pause, response))
        .orElseGet(() -> View.seeOther("/recovery/code"));
  }

  @GetMapping("/code")
  ModelAndView code(HttpServletRequest request) {
    return door.asked(request).map(contact -> code(contact, "", Problems.none())).orElseGet(() -> View.seeOther("/recovery"));
  }

  @PostMapping("/code")
  ModelAndView prove(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
    Optional<Contact> asked = door.asked(request);
    return switch (door.prove(code, request)) {
      case Passed.New proved -> View.seeOther("/recovery/request");
      case Passed.Wrong wrong when asked.isPresent() -> code(asked.get(), code, new Problems().add("code", "accounts.problem.code", wrong.triesLeft()));
      case Passed.TooMany tooMany -> tooMany(contact("", new Problems().add("contact", "recovery.problem.pause", minutes(tooMany.pause()))), tooMany.pause(), response);
      case Passed.Wrong wrong -> contact("", new Problems().add("contact", "accounts.problem.codeOver"));
      case Passed.Over over -> contact("", new Problems().add("contact", "accounts.problem.codeOver"));
      case Passed.In in -> throw new IllegalStateException("a proof signed somebody in");
      case Passed.Asleep asleep -> throw new IllegalStateException("a proof asked for more");
    };
  }

  /** The form, or where the open request of this contact stands. */
  @GetMapping("/request")
  ModelAndView show(HttpServletRequest request) {
    Optional<Contact> proved = door.proved(request);
    if (proved.isEmpty()) return View.seeOther("/recovery");
    return recoveries.of(proved.get())
        .map(open -> View.of("recovery/state", "recovery", open, "ready", open.opensAt() != null && !clock.instant().isBefore(open.opensAt())))
        .orElseGet(() -> card("", "", Problems.none()));
  }

  @PostMapping("/request")
  ModelAndView request(@RequestParam(defaultValue = "") String card, @RequestParam(defaultValue = "") String year, HttpServletRequest request, HttpServletResponse response) {
    String digits = Digits.latin(year.strip());
    Problems problems = new Problems();
    if (card.isBlank()) problems.add("card", "site.problem.required");
    if (!digits.matches("(19|20)[0-9]{2}")) problems.add("year", year.isBlank() ? "site.problem.required" : "recovery.problem.year");
    if (problems.any()) return card(card, year, problems);
    return switch (recoveries.ask(card, Integer.parseInt(digits), request)) {
      case Asked.Waits waits -> View.seeOther("/recovery/request");
      case Asked.NoMatch none -> card(card, year, problems.add("card", "recovery.problem.noMatch"));
      case Asked.ActsForOthers others -> card(card, year, problems.add("card", "recovery.problem.actsForOthers"));
      case Asked.TooMany tooMany -> tooMany(card(card, year, problems.add("card", "recovery.problem.tooMany")), tooMany.pause(), response);
      case Asked.Over over -> View.seeOther("/recovery");
    };
  }

  @PostMapping("/withdrawal")
  ModelAndView withdraw(HttpServletRequest request) {
    return recoveries.withdraw(request) ? View.seeOther("/", View.saying("recovery.said.withdrawn")) : View.seeOther("/recovery");
  }

  @PostMapping("/entry")
  ModelAndView enter(HttpServletRequest request, HttpServletResponse response) {
    return switch (recoveries.enter(request, response)) {
      case Entered.In in -> View.seeOther("/contact", View.saying("recovery.said.in"));
      case Entered.Not not -> View.seeOther("/recovery");
      case Entered.Taken taken -> View.seeOther("/recovery/request", View.saying("recovery.said.taken"));
    };
  }

  private static ModelAndView contact(String typed, Problems problems) {
    return answer(problems, "recovery/contact", "contact", typed, "problems", problems);
  }

  private static ModelAndView code(Contact contact, String code, Problems problems) {
    return answer(problems, "recovery/code", "contact", contact.shown(), "sms", contact instanceof Contact.Phone, "code", code, "problems", problems);
  }

  private static ModelAndView card(String card, String year, Problems problems) {
    return answer(problems, "recovery/card", "card", card, "year", year, "problems", problems);
  }

  private static ModelAndView answer(Problems problems, String template, Object... parameters) {
    return problems.any() ? View.unprocessable(template, parameters) : View.of(template, parameters);
  }

  private static ModelAndView tooMany(ModelAndView page, Duration pause, HttpServletResponse response) {
    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
    return page;
  }

  private static long minutes(Duration pause) {
    return Math.max(1, (pause.toSeconds() + 59) / 60);
  }
}
