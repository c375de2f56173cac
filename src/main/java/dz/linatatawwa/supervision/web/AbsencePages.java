package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Absence;
import dz.linatatawwa.supervision.Absences;
import dz.linatatawwa.supervision.Powers;
import dz.linatatawwa.supervision.Territories;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is away and who stands in. */
@Controller
@RequestMapping("/supervision/absences")
class AbsencePages {

  private final Absences absences;
  private final Powers powers;
  private final Territories territories;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  AbsencePages(Absences absences, Powers powers, Territories territories, Accounts accounts, PageMaker pages, Clock clock) {
    this.absences = absences;
    this.powers = powers;
    this.territories = territories;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    pass(me);
    return list(me, asked, Problems.none(), request);
  }

  @PostMapping
  ModelAndView add(SignedIn me, @RequestParam Map<String, String> sent, HttpServletRequest request) {
    pass(me);
    AccountId person = person(me, sent);
    Problems problems = Problems.none();
    LocalDate today = clock.instant().atZone(Words.ZONE).toLocalDate();
    LocalDate from = Days.read(sent.getOrDefault("from", ""), "from", problems, today);
    LocalDate until = Days.read(sent.getOrDefault("until", ""), "until", problems, today);
    String standIn = sent.getOrDefault("standIn", "");
    if (!standIn.matches("[1-9][0-9]{0,17}")) problems.add("standIn", "site.problem.choice");
    if (problems.any() || powers.own(person).isEmpty()) return list(me, sent, problems.any() ? problems : problems.add("from", "supervision.problem.noPowerThen"), request);
    Instant start = from.equals(today) ? clock.instant() : Days.start(from);
    Optional<Absences.Fault> fault = absences.add(me.id(), person, new AccountId(Long.parseLong(standIn)), start, Days.start(until.plusDays(1)));
    return fault.map(one -> list(me, sent, problems.add(one.field(), one.key()), request)).orElseGet(() -> View.seeOther("/supervision/absences", View.saying("supervision.absence.added")));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/ending")
  ModelAndView end(SignedIn me, @PathVariable long id) {
    boolean ended = absences.end(me.id(), id);
    return ended ? View.seeOther("/supervision/absences", View.saying("supervision.absence.endDone")) : View.seeOther("/supervision/absences");
  }

  private ModelAndView list(SignedIn me, Map<String, String> typed, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    AccountId person = person(me, typed);
    LocalDate today = clock.instant().atZone(Words.ZONE).toLocalDate();
    Object[] parameters = {"rows", rows(me, words), "typed", typed, "person", person.value(), "mine", person.equals(me.id()), "name", accounts.names(List.of(person)).getOrDefault(person, ""),
        "mayAdd", !powers.own(person).isEmpty(), "standIns", standIns(person), "first", today.toString(), "problems", problems};
    return problems.any() ? View.unprocessable("supervision/absences", parameters) : View.of("supervision/absences", parameters);
  }

  private List<Option> standIns(AccountId person) {
    List<AccountId> people = absences.candidates(person);
    Map<AccountId, String> names = accounts.names(people);
    return people.stream().map(one -> Option.of(one.toString(), names.getOrDefault(one, ""))).toList();
  }

  private List<AbsenceRow> rows(SignedIn me, Words words) {
    List<Absence> seen = absences.seenBy(me.id());
    Map<AccountId, String> names = accounts.names(seen.stream().flatMap(one -> Stream.of(one.account(), one.standIn())).distinct().toList());
    Instant now = clock.instant();
    return seen.stream().map(one -> new AbsenceRow(one.id(), names.getOrDefault(one.account(), ""), names.getOrDefault(one.standIn(), ""),
        words.dates(one.from().atZone(Words.ZONE).toLocalDate(), one.until().minusMillis(1).atZone(Words.ZONE).toLocalDate()), state(one, now),
        one.open(now) && absences.mayArrange(me.id(), one.account()))).toList();
  }

  private static String state(Absence one, Instant now) {
    if (one.ended() != null) return "ended";
    if (!one.until().isAfter(now)) return "over";
    return one.from().isAfter(now) ? "coming" : "now";
  }

  /** Oneself, or somebody for whom one may arrange it. */
  private AccountId person(SignedIn me, Map<String, String> asked) {
    String typed = asked.getOrDefault("person", "");
    if (!typed.matches("[1-9][0-9]{0,17}")) return me.id();
    AccountId person = new AccountId(Long.parseLong(typed));
    if (!absences.mayArrange(me.id(), person)) throw new NotFound("absence of " + person + " is not arranged by " + me.id());
    return person;
  }

  private void pass(SignedIn me) {
    if (!me.administrator() && territories.of(me.id()).none()) throw new NotFound("absences are not for " + me.id());
  }
}
