package dz.linatatawwa.privacy.web;

import dz.linatatawwa.accounts.Access;
import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.privacy.Breaches;
import dz.linatatawwa.privacy.Leavings;
import dz.linatatawwa.privacy.Officers;
import dz.linatatawwa.privacy.Register;
import dz.linatatawwa.privacy.Requests;
import dz.linatatawwa.privacy.Timers;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of the data-protection officer: what waits, requests and their answers, timers, the access log, who has the power. */
@Controller
@RequestMapping("/administration/privacy")
class OfficerDesk {

  private static final int LONGEST = 2000;

  private final Officers officers;
  private final Requests requests;
  private final Breaches breaches;
  private final Timers timers;
  private final Leavings leavings;
  private final Register register;
  private final AccessLog log;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  OfficerDesk(Officers officers, Requests requests, Breaches breaches, Timers timers, Leavings leavings, Register register, AccessLog log, Accounts accounts, PageMaker pages,
      Clock clock) {
    this.officers = officers;
    this.requests = requests;
    this.breaches = breaches;
    this.timers = timers;
    this.leavings = leavings;
    this.register = register;
    this.log = log;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView overview(SignedIn me) {
    officers.pass(me);
    List<Timers.Run> runs = timers.runs();
    LocalDate last = runs.isEmpty() ? LocalDate.EPOCH : runs.getFirst().day();
    return View.of("privacy/desk", "waiting", requests.page(false, 1).total(), "running", breaches.running(), "leaving", leavings.coming().size(),
        "removed", runs.stream().filter(run -> run.day().equals(last)).mapToInt(Timers.Run::removed).sum(), "now", clock.instant(),
        "audit", me.administrator());
  }

  @GetMapping("/requests")
  ModelAndView requests(SignedIn me, @RequestParam(defaultValue = "open") String show, @RequestParam(defaultValue = "1") String page) {
    officers.pass(me);
    Slice<Requests.Request> slice = requests.page(show.equals("answered"), page(page));
    return View.of("privacy/desk-requests", "slice", slice, "names", names(slice.rows().stream().map(Requests.Request::person)), "answered", show.equals("answered"),
        "now", clock.instant());
  }

  @GetMapping("/requests.csv")
  ResponseEntity<byte[]> requestsAsTable(SignedIn me, HttpServletRequest request) {
    officers.pass(me);
    Words words = pages.page(request).words();
    StringBuilder file = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(Stream.of("column.number", "request.kind", "column.opened_at", "column.due_at", "column.answered_at", "request.outcome")
        .map(key -> words.text("privacy." + key)).toList()));
    for (boolean answered : List.of(false, true)) {
      Slice<Requests.Request> slice = requests.page(answered, 1);
      for (int page = 1; page <= slice.last(); page++) {
        for (Requests.Request one : requests.page(answered, page).rows()) {
          file.append(SafeCsv.line(List.of(Long.toString(one.id()), words.text("privacy.request.kind." + one.kind()), one.openedAt().toString(), one.dueAt().toString(),
              one.answeredAt() == null ? "" : one.answeredAt().toString(), one.outcome() == null ? "" : words.text("privacy.request.outcome." + one.outcome()))));
        }
      }
    }
    return Sent.csv(file.toString(), "requests.csv");
  }

  /** A request names its person: it is opened with a reason, as every file. */
  @GetMapping("/requests/{id:[1-9]\\d{0,17}}")
  ModelAndView request(SignedIn me, @PathVariable long id) {
    officers.pass(me);
    return one(me, found(id), "", "", Problems.none());
  }

  @PostMapping("/requests/{id:[1-9]\\d{0,17}}")
  ModelAndView answer(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String outcome, @RequestParam(defaultValue = "") String words) {
    officers.pass(me);
    Requests.Request found = found(id);
    Problems problems = Problems.none();
    if (!Requests.OUTCOMES.contains(outcome)) problems.add("outcome", "site.problem.choice");
    String text = words(words, problems);
    if (problems.any()) return one(me, found, outcome, words, problems);
    boolean done = requests.answer(me.id(), id, outcome, text);
    return View.seeOther("/administration/privacy/requests", View.saying(done ? "privacy.request.answered" : "privacy.request.already"));
  }

  @GetMapping("/timers")
  ModelAndView timers(SignedIn me) {
    officers.pass(me);
    return View.of("privacy/timers", "register", register, "timers", timers, "runs", timers.runs());
  }

  @GetMapping("/timers.csv")
  ResponseEntity<byte[]> timersAsTable(SignedIn me, HttpServletRequest request) {
    officers.pass(me);
    Words words = pages.page(request).words();
    StringBuilder file = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(Stream.of("desk.when", "timer.code", "timer.removed").map(key -> words.text("privacy." + key)).toList()));
    timers.runs().forEach(run -> file.append(SafeCsv.line(List.of(run.day().toString(), words.text("privacy.retention." + run.code()), Integer.toString(run.removed())))));
    return Sent.csv(file.toString(), "timers.csv");
  }

  @GetMapping("/accesses")
  ModelAndView accesses(SignedIn me, @RequestParam(defaultValue = "") String actor, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    officers.pass(me);
    List<Access> lines = log.all(actor(actor), before.matches("[1-9]\\d{0,17}") ? Long.valueOf(before) : null);
    return View.of("privacy/accesses", "rows", AccessRow.of(lines, accounts, pages.page(request).words()), "actor", Typed.line(actor),
        "more", lines.size() == 50 ? lines.getLast().id() : 0L);
  }

  @GetMapping("/accesses.csv")
  ResponseEntity<byte[]> accessesAsTable(SignedIn me, @RequestParam(defaultValue = "") String actor, HttpServletRequest request) {
    officers.pass(me);
    Words words = pages.page(request).words();
    StringBuilder file = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(Stream.of("desk.when", "access.actor", "desk.person", "access.object", "access.reason", "access.network")
        .map(key -> words.text("privacy." + key)).toList()));
    AccountId by = actor(actor);
    List<Access> lines = log.all(by, null);
    for (int pages = 0; !lines.isEmpty() && pages < 200; pages++) {
      AccessRow.of(lines, accounts, words).forEach(row -> file.append(SafeCsv.line(List.of(row.when(), row.actor(), row.person(), row.object(), row.reason(), row.network()))));
      lines = log.all(by, lines.getLast().id());
    }
    return Sent.csv(file.toString(), "accesses.csv");
  }

  @GetMapping("/officers")
  ModelAndView officers(SignedIn me) {
    officers.pass(me);
    return officers(me, Map.of(), Problems.none());
  }

  @PostMapping("/officers")
  ModelAndView grant(SignedIn me, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason) {
    administrator(me);
    Problems problems = Problems.none();
    Optional<AccountId> person = Contact.parse(Typed.line(contact)).flatMap(accounts::findBy);
    if (person.isEmpty()) problems.add("contact", "privacy.officer.problem.nobody");
    LocalDate today = officers.today();
    LocalDate last = day(until);
    if (last == null || !last.isAfter(today) || last.isAfter(today.plusYears(5))) problems.add("until", "privacy.officer.problem.until");
    String why = reason(reason, problems);
    if (problems.any() || last == null) return officers(me, Map.of("contact", contact, "until", until, "reason", reason), problems);
    officers.grant(me.id(), person.orElseThrow(), last, why);
    return View.seeOther("/administration/privacy/officers", View.saying("privacy.officer.saved"));
  }

  @PostMapping("/officers/{id:[1-9]\\d{0,17}}/ending")
  ModelAndView end(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String endReason) {
    administrator(me);
    Problems problems = Problems.none();
    String why = Typed.line(endReason);
    if (why.length() < 5 || why.length() > 500 || Typed.deceives(endReason)) problems.add("officers", "privacy.officer.problem.reason");
    if (problems.any()) return officers(me, Map.of(), problems);
    if (!officers.end(me.id(), id, why)) throw new NotFound("officer " + id);
    return View.seeOther("/administration/privacy/officers", View.saying("privacy.officer.ended"));
  }

  private ModelAndView officers(SignedIn me, Map<String, String> typed, Problems problems) {
    List<Officers.Officer> all = officers.all();
    Object[] parameters = {"officers", all, "names", names(all.stream().map(Officers.Officer::account)), "typed", typed, "today", officers.today(), "mayGrant", me.administrator(),
        "problems", problems};
    return problems.any() ? View.unprocessable("privacy/officers", parameters) : View.of("privacy/officers", parameters);
  }

  private ModelAndView one(SignedIn me, Requests.Request found, String outcome, String words, Problems problems) {
    log.pass(me.id(), found.person(), "request", Long.toString(found.id()));
    Object[] parameters = {"request", found, "name", accounts.names(List.of(found.person())).getOrDefault(found.person(), ""), "outcome", outcome, "typed", words,
        "problems", problems, "now", clock.instant()};
    return problems.any() ? View.unprocessable("privacy/desk-request", parameters) : View.of("privacy/desk-request", parameters);
  }

  private Requests.Request found(long id) {
    return requests.find(id).orElseThrow(() -> new NotFound("request " + id));
  }

  /** By contact; who has none of ours has opened nothing. */
  private @Nullable AccountId actor(String typed) {
    if (typed.isBlank()) return null;
    return Contact.parse(Typed.line(typed)).flatMap(accounts::findBy).orElse(new AccountId(Long.MAX_VALUE));
  }

  private Map<AccountId, String> names(Stream<AccountId> ids) {
    return accounts.names(ids.distinct().toList());
  }

  private static String words(String raw, Problems problems) {
    String text = Typed.text(raw);
    if (Typed.deceives(raw)) problems.add("words", "site.problem.characters");
    if (text.length() < 5) problems.add("words", "privacy.request.problem.words");
    if (text.length() > LONGEST) problems.add("words", "site.problem.tooLong", LONGEST);
    return text;
  }

  private static String reason(String raw, Problems problems) {
    String text = Typed.line(raw);
    if (Typed.deceives(raw)) problems.add("reason", "site.problem.characters");
    if (text.length() < 5) problems.add("reason", "privacy.officer.problem.reason");
    if (text.length() > 500) problems.add("reason", "site.problem.tooLong", 500);
    return text;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static int page(String typed) {
    return typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("officers are not appointed by " + me.id());
  }
}
