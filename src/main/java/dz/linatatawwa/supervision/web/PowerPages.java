package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Extent;
import dz.linatatawwa.supervision.Granted;
import dz.linatatawwa.supervision.Powers;
import dz.linatatawwa.supervision.Territories;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who looks after what, as a tree; and giving, prolonging and ending powers, each within one's own. */
@Controller
class PowerPages {

  private final Powers powers;
  private final Territories territories;
  private final PowerTree tree;
  private final PowerChoices choices;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  PowerPages(Powers powers, Territories territories, PowerTree tree, PowerChoices choices, Accounts accounts, PageMaker pages, Clock clock) {
    this.powers = powers;
    this.territories = territories;
    this.tree = tree;
    this.choices = choices;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/supervision/people")
  ModelAndView people(SignedIn me, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    pass(me);
    return people(me, asked, new GrantForm("", "", "", "", "", "", ""), Problems.none(), request);
  }

  @PostMapping("/supervision/people")
  ModelAndView grant(SignedIn me, @RequestParam Map<String, String> sent, HttpServletRequest request) {
    pass(me);
    GrantForm form = GrantForm.of(sent);
    Problems problems = Problems.none();
    Optional<AccountId> person = Contact.parse(form.contact()).flatMap(accounts::findBy);
    if (person.isEmpty()) problems.add("contact", "supervision.problem.nobody");
    Extent extent = choices.extent(form, problems);
    LocalDate today = clock.instant().atZone(Words.ZONE).toLocalDate();
    LocalDate from = form.from().isEmpty() ? today : Days.read(form.from(), "from", problems, today);
    LocalDate until = Days.read(form.until(), "until", problems, today);
    String reason = reason(form.reason(), problems);
    if (problems.any()) return people(me, Map.of(), form, problems, request);
    Instant start = from.equals(today) ? clock.instant() : Days.start(from);
    return switch (powers.grant(me.id(), person.orElseThrow(), extent, start, Days.start(until.plusDays(1)), reason)) {
      case Granted.Given given -> View.seeOther("/supervision/people", View.saying("supervision.people.granted", form.contact()));
      case Granted.Prolonged prolonged -> View.seeOther("/supervision/people", View.saying("supervision.people.prolonged", form.contact()));
      case Granted.Refused(String field, String key) -> people(me, Map.of(), form, problems.add(field, key), request);
    };
  }

  @PostMapping("/supervision/people/endings")
  ModelAndView end(SignedIn me, @RequestParam(defaultValue = "") String power, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    pass(me);
    if (!power.matches("[1-9][0-9]{0,17}")) throw new NotFound("power " + power);
    String words = Typed.line(reason);
    if (words.length() < 5 || words.length() > 500 || Typed.deceives(reason)) {
      return people(me, Map.of(), new GrantForm("", "", "", "", "", "", ""), Problems.none().add("people", "supervision.problem.endReason"), request);
    }
    boolean ended = powers.end(me.id(), Long.parseLong(power), words);
    String next = me.administrator() || !territories.of(me.id()).none() ? "/supervision/people" : "/desk";
    return ended ? View.seeOther(next, View.saying("supervision.people.ended")) : View.seeOther(next);
  }

  private ModelAndView people(SignedIn me, Map<String, String> asked, GrantForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    WilayaCode wilaya = WilayaCode.of(asked.getOrDefault("wilaya", "")).orElse(null);
    String page = asked.getOrDefault("page", "1");
    PowerTree.Part part = tree.seenBy(me.id(), wilaya, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1, words);
    LocalDate today = clock.instant().atZone(Words.ZONE).toLocalDate();
    Object[] parameters = {"rows", part.rows(), "roots", part.roots(), "total", part.total(), "form", form, "problems", problems, "wilaya", wilaya == null ? "" : wilaya.value(),
        "mayGrant", powers.mayGrant(me.id()), "territories", choices.territories(me, words), "dairas", choices.dairas(me, words), "fields", choices.fields(me, words),
        "first", today.toString(), "last", today.plusYears(2).minusDays(1).toString()};
    return problems.any() ? View.unprocessable("supervision/people", parameters) : View.of("supervision/people", parameters);
  }

  private static String reason(String raw, Problems problems) {
    String words = Typed.line(raw);
    if (Typed.deceives(raw)) problems.add("reason", "site.problem.characters");
    if (words.length() < 5) problems.add("reason", "site.problem.required");
    if (words.length() > 500) problems.add("reason", "site.problem.tooLong", 500);
    return words;
  }

  /** For who has no power at all these pages do not exist. */
  private void pass(SignedIn me) {
    if (!me.administrator() && territories.of(me.id()).none()) throw new NotFound("powers are not for " + me.id());
  }
}
