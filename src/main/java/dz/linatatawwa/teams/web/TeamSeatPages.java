package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Joint;
import dz.linatatawwa.participation.PartyId;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.Team;
import dz.linatatawwa.teams.TeamMember;
import dz.linatatawwa.teams.TeamSeats;
import dz.linatatawwa.teams.Teams;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A captain takes places for the team: an opportunity, a shift, who comes, all or nobody. */
@Controller
@RequestMapping(TeamPages.ONE + "/seats")
class TeamSeatPages {

  private static final int SHIFTS_SHOWN = 20;

  private final Teams teams;
  private final TeamSeats seats;
  private final Opportunities opportunities;
  private final PageMaker pages;
  private final Clock clock;

  TeamSeatPages(Teams teams, TeamSeats seats, Opportunities opportunities, PageMaker pages, Clock clock) {
    this.teams = teams;
    this.seats = seats;
    this.opportunities = opportunities;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView choose(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String opportunity, @RequestParam(defaultValue = "") String shift) {
    Team team = teams.led(me.id(), id);
    return show(me, team, found(opportunity), shift, null, true, Map.of(), Problems.none());
  }

  @PostMapping
  ModelAndView register(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String opportunity, @RequestParam(defaultValue = "") String shift,
      @RequestParam(required = false) @Nullable List<String> people, @RequestParam(defaultValue = "whole") String fit, HttpServletRequest request) {
    Team team = teams.led(me.id(), id);
    Opportunity offer = found(opportunity);
    Problems problems = Problems.none();
    Optional<Shift> chosen = coming(offer).stream().filter(one -> one.id().toString().equals(shift)).findFirst();
    List<Long> who = Numbers.all(people);
    if (chosen.isEmpty()) problems.add("shift", "participation.problem.shift");
    if (who.isEmpty()) problems.add("people", "teams.problem.people");
    boolean whole = !fit.equals("some");
    Optional<Joint> joint = problems.any() || chosen.isEmpty() ? Optional.empty()
        : seats.register(team, me.id(), chosen.get().id(), who.stream().map(AccountId::new).toList(), whole);
    if (!problems.any() && joint.isEmpty()) problems.add("people", "teams.problem.people");
    if (joint.isEmpty()) return show(me, team, offer, shift, who, whole, Map.of(), problems);
    Joint done = joint.get();
    if (done.complete()) return View.seeOther("/teams/" + id, said(done));
    return show(me, team, offer, shift, who, whole, shown(me, done, request), problems.add("people", whole ? "teams.problem.notAll" : "teams.problem.notThese"));
  }

  private static Flash said(Joint done) {
    if (done.placed() == done.answers().size()) return View.saying("teams.said.placed", done.placed());
    return View.saying(done.answers().values().stream().anyMatch(Application.Pending.class::isInstance) ? "teams.said.pending" : "teams.said.waiting", done.placed(),
        done.answers().size() - done.placed());
  }

  /** What a captain reads of each who was not registered: why only of themselves. */
  private Map<AccountId, String> shown(SignedIn me, Joint done, HttpServletRequest request) {
    Words words = pages.page(request).words();
    return done.answers().entrySet().stream().filter(one -> one.getValue().application() == null)
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getKey().equals(me.id()) ? TeamSeats.why(one.getValue(), words) : words.text("teams.cannot")));
  }

  @PostMapping("/{party:" + Numbers.NUMBER + "}/confirmation")
  ModelAndView confirm(SignedIn me, @PathVariable long id, @PathVariable long party) {
    Joint done = seats.confirm(teams.led(me.id(), id), new PartyId(party));
    return View.seeOther("/teams/" + id, done.placed() > 0 ? View.saying("teams.said.placed", done.placed()) : View.refusing("teams.said.notConfirmed"));
  }

  @PostMapping("/{party:" + Numbers.NUMBER + "}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id, @PathVariable long party) {
    int given = seats.withdraw(teams.led(me.id(), id), new PartyId(party));
    return View.seeOther("/teams/" + id, given > 0 ? View.saying("teams.said.withdrawn", given) : View.refusing("participation.withdrawn.tooLate"));
  }

  private ModelAndView show(SignedIn me, Team team, Opportunity offer, String shift, @Nullable List<Long> people, boolean whole, Map<AccountId, String> why, Problems problems) {
    List<TeamMember> members = teams.members(team).stream().filter(TeamMember::accepted).toList();
    List<Long> ticked = people == null ? members.stream().map(one -> one.person().value()).toList() : people;
    List<Shift> shifts = coming(offer);
    String chosen = shifts.stream().map(one -> one.id().toString()).filter(shift::equals).findFirst().orElse(shifts.isEmpty() ? "" : shifts.getFirst().id().toString());
    Object[] parameters = {"me", me.id(), "team", team, "members", members, "ticked", ticked, "opportunity", offer, "shifts", shifts, "shift", chosen, "whole", whole,
        "why", why, "problems", problems};
    return problems.any() ? View.unprocessable("teams/seats", parameters) : View.of("teams/seats", parameters);
  }

  private Opportunity found(String number) {
    return Numbers.of(number).flatMap(id -> opportunities.find(new OpportunityId(id))).filter(Opportunity::published).orElseThrow(() -> new NotFound("opportunity " + number));
  }

  private List<Shift> coming(Opportunity opportunity) {
    Instant now = clock.instant();
    return opportunities.shifts(opportunity.id()).stream().filter(one -> one.open() && one.startsAt().isAfter(now)).limit(SHIFTS_SHOWN).toList();
  }
}
