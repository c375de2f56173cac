package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.AcceptRule;
import dz.linatatawwa.participation.Answer;
import dz.linatatawwa.participation.Applicant;
import dz.linatatawwa.participation.ApplicantFilter;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.DeclineReason;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Parties;
import dz.linatatawwa.participation.Party;
import dz.linatatawwa.participation.PartyId;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The applications that an organisation answers: {@code /organizations/{oid}/desk/applications}. */
@Controller
class ApplicationsDesk {

  private static final int WORDS_AT_MOST = 500;

  private final Desks desks;
  private final Applicants applicants;
  private final Participation participation;
  private final Parties parties;
  private final NamedPeople named;
  private final PageMaker pages;
  private final Clock clock;
  private final AccessLog log;
  private final Volunteers volunteers;

  ApplicationsDesk(Desks desks, Applicants applicants, Participation participation, Parties parties, NamedPeople named, PageMaker pages, Clock clock, AccessLog log,
      Volunteers volunteers) {
    this.desks = desks;
    this.applicants = applicants;
    this.participation = participation;
    this.parties = parties;
    this.named = named;
    this.pages = pages;
    this.clock = clock;
    this.log = log;
    this.volunteers = volunteers;
  }

  @GetMapping("/organizations/{oid}/desk/applications")
  ModelAndView list(SignedIn me, @PathVariable long oid, ApplicantFilter filter, @RequestParam(defaultValue = "1") int page, HttpServletRequest request) {
    OrganizationId organization = id(oid);
    Desk desk = desks.openToRun(me.id(), organization);
    Slice<Applicant> slice = applicants.page(organization, filter, Math.max(1, page));
    List<PartyId> shown = slice.rows().stream().map(Applicant::party).filter(Objects::nonNull).distinct().toList();
    Map<PartyId, List<Party.Member>> members = parties.members(shown);
    List<AccountId> people = Stream.concat(slice.rows().stream().map(row -> new AccountId(row.volunteerId())),
        members.values().stream().flatMap(List::stream).map(Party.Member::person)).distinct().toList();
    log.noteMinors(me.id(), volunteers.minors(people), "applications", Long.toString(oid), request);
    List<ApplicationId> withOthers = slice.rows().stream().filter(row -> row.seats() > 1).map(row -> new ApplicationId(row.id())).toList();
    return View.of("participation/applications", "desk", desk, "filter", filter, "slice", slice, "shifts", applicants.shifts(organization), "now", clock.instant(),
        "parties", members, "named", named.of(withOthers));
  }

  @PostMapping("/organizations/{oid}/desk/applications/acceptances")
  ModelAndView accept(SignedIn me, @PathVariable long oid, @RequestParam(required = false) @Nullable List<Long> ids,
      @RequestParam(name = "parties", required = false) @Nullable List<Long> wholes, @RequestParam(defaultValue = "") String back, HttpServletRequest request) {
    OrganizationId organization = id(oid);
    desks.openToRun(me.id(), organization);
    List<Answer> answers = new ArrayList<>();
    for (PartyId party : applicants.ownParties(organization, wholes == null ? List.of() : wholes)) answers.addAll(parties.accept(me.id(), party).values());
    applicants.own(organization, ids == null ? List.of() : ids).forEach(id -> answers.add(participation.accept(me.id(), id)));
    return answered(oid, back, answers, request);
  }

  @PostMapping("/organizations/{oid}/desk/applications/acceptances-by-rule")
  ModelAndView acceptByRule(SignedIn me, @PathVariable long oid, ApplicantFilter filter, @RequestParam(defaultValue = "") String minHours,
      @RequestParam(defaultValue = "") String minAge, @RequestParam(defaultValue = "false") boolean sameWilaya,
      @RequestParam(defaultValue = "") String back, HttpServletRequest request) {
    OrganizationId organization = id(oid);
    desks.openToRun(me.id(), organization);
    AcceptRule rule = new AcceptRule(number(minHours), sameWilaya, number(minAge));
    if (rule.empty()) return View.seeOther(address(oid, back), View.saying("participation.desk.rule.empty"));
    return answered(oid, back, applicants.fitting(organization, filter, rule).stream().map(id -> participation.accept(me.id(), id)).toList(), request);
  }

  @PostMapping("/organizations/{oid}/desk/applications/declines")
  ModelAndView decline(SignedIn me, @PathVariable long oid, @RequestParam(required = false) @Nullable List<Long> ids,
      @RequestParam(name = "parties", required = false) @Nullable List<Long> wholes, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String back,
      HttpServletRequest request) {
    OrganizationId organization = id(oid);
    desks.openToRun(me.id(), organization);
    Optional<DeclineReason> why = DeclineReason.of(reason);
    if (why.isEmpty()) return View.seeOther(address(oid, back), View.saying("participation.desk.reason.needed"));
    String said = Typed.line(words);
    String shortened = said.length() > WORDS_AT_MOST ? said.substring(0, WORDS_AT_MOST) : said;
    List<ApplicationId> own = new ArrayList<>(applicants.own(organization, ids == null ? List.of() : ids));
    for (PartyId party : applicants.ownParties(organization, wholes == null ? List.of() : wholes)) {
      parties.members(party).stream().filter(member -> member.state().equals("pending")).map(Party.Member::application).filter(id -> !own.contains(id)).forEach(own::add);
    }
    return answered(oid, back, own.stream().map(id -> participation.decline(me.id(), id, why.get(), shortened)).toList(), request);
  }

  /** Each answer was a transaction of its own (of a whole party one for all), so that one that cannot be given does not undo the others. */
  private ModelAndView answered(long oid, String back, List<Answer> answers, HttpServletRequest request) {
    if (answers.isEmpty()) return View.seeOther(address(oid, back), View.saying("participation.desk.none"));
    int done = 0;
    int queued = 0;
    Map<String, Integer> left = new LinkedHashMap<>();
    for (Answer answer : answers) {
      switch (answer) {
        case Answer.Accepted _, Answer.Declined _ -> done++;
        case Answer.Queued _ -> queued++;
        case Answer.Unchanged(var state) -> left.merge("participation.desk.left.answered", 1, Integer::sum);
        case Answer.Refused(var why) -> left.merge("participation.unanswered." + why.code(), 1, Integer::sum);
      }
    }
    return View.seeOther(address(oid, back), said(done, queued, left, pages.page(request).words()));
  }

  private static Flash said(int done, int queued, Map<String, Integer> left, Words words) {
    List<Object> parts = new ArrayList<>(List.of(done, queued, left.values().stream().mapToInt(Integer::intValue).sum()));
    parts.add(left.entrySet().stream().map(entry -> words.text(entry.getKey()) + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(words.text("participation.comma"))));
    String key = left.isEmpty() ? queued == 0 ? "participation.desk.done" : "participation.desk.doneAndQueued" : "participation.desk.doneAndLeft";
    return View.saying(key, parts.toArray());
  }

  private static @Nullable Integer number(String typed) {
    String digits = Digits.latin(typed.strip());
    return digits.matches("[0-9]{1,4}") ? Integer.valueOf(digits) : null;
  }

  /** @param back what the page was filtered by, as it stood in its address; what cannot stand in one is left out */
  private static String address(long oid, String back) {
    return "/organizations/" + oid + "/desk/applications" + Query.of(back.matches("[A-Za-z0-9._~%&=+-]{0,1000}") ? back : "").without("page");
  }

  static OrganizationId id(long oid) {
    if (oid < 1) throw new NotFound("organisation " + oid);
    return new OrganizationId(oid);
  }
}
