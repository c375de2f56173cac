package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.guardians.GroupSeats;
import dz.linatatawwa.guardians.YouthGroup;
import dz.linatatawwa.guardians.YouthGroups;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A group's leader takes places for its members: an opportunity by its address, a shift, and who comes. */
@Controller
@RequestMapping(DeskNumbers.DESK + "/groups/{group:[1-9][0-9]{0,17}}/seats")
class GroupSeatPages {

  private static final Pattern ADDRESS = Pattern.compile("(?:.*/opportunities/)?([1-9][0-9]{0,17})(?:[/?#].*)?");
  private static final int SHIFTS_SHOWN = 20;

  private final YouthGroups groups;
  private final GroupSeats seats;
  private final Opportunities opportunities;
  private final Desks desks;
  private final Clock clock;

  GroupSeatPages(YouthGroups groups, GroupSeats seats, Opportunities opportunities, Desks desks, Clock clock) {
    this.groups = groups;
    this.seats = seats;
    this.opportunities = opportunities;
    this.desks = desks;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView choose(SignedIn me, @PathVariable long oid, @PathVariable long group, @RequestParam(defaultValue = "") String opportunity,
      @RequestParam(defaultValue = "") String shift) {
    Desk desk = desks.openToRun(me.id(), DeskNumbers.organization(oid));
    YouthGroup own = groups.own(desk.organization().id(), group);
    Problems problems = Problems.none();
    if (!opportunity.isBlank() && found(opportunity).isEmpty()) problems.add("opportunity", "guardians.problem.opportunity");
    return show(desk, own, opportunity, shift, Map.of(), problems);
  }

  @PostMapping
  ModelAndView bring(SignedIn me, @PathVariable long oid, @PathVariable long group, @RequestParam(defaultValue = "") String opportunity,
      @RequestParam(defaultValue = "") String shift, @RequestParam(required = false) @Nullable List<String> members, @RequestParam(defaultValue = "false") boolean whole) {
    Desk desk = desks.openToRun(me.id(), DeskNumbers.organization(oid));
    YouthGroup own = groups.own(desk.organization().id(), group);
    Problems problems = Problems.none();
    Optional<Shift> chosen = found(opportunity).flatMap(it -> coming(it).stream().filter(one -> one.id().toString().equals(shift)).findFirst());
    if (chosen.isEmpty()) problems.add("shift", "participation.problem.shift");
    if (DeskNumbers.numbers(members).isEmpty()) problems.add("members", "guardians.problem.members");
    if (problems.any() || chosen.isEmpty()) return show(desk, own, opportunity, shift, Map.of(), problems);
    Map<AccountId, Application> answers = seats.bring(own, chosen.get().id(), DeskNumbers.numbers(members), whole, me.id());
    long placed = answers.values().stream().filter(answer -> answer.application() != null).count();
    if (placed == answers.size() && placed > 0) return View.seeOther(address(desk, own, opportunity, shift), View.saying("guardians.said.brought", placed));
    return show(desk, own, opportunity, shift, answers, Problems.none().add("members", "guardians.problem.notAll", answers.size() - placed));
  }

  private ModelAndView show(Desk desk, YouthGroup group, String typed, String shift, Map<AccountId, Application> answers, Problems problems) {
    Optional<Opportunity> opportunity = found(typed);
    List<Shift> shifts = opportunity.map(this::coming).orElse(List.of());
    Optional<ShiftId> chosen = shifts.stream().filter(one -> one.id().toString().equals(shift)).findFirst().or(() -> shifts.stream().findFirst()).map(Shift::id);
    Object[] parameters = {"desk", desk, "group", group, "typed", typed, "opportunity", opportunity.orElse(null), "shifts", shifts,
        "shift", chosen.map(ShiftId::toString).orElse(""), "candidacies", chosen.map(id -> seats.of(group, id)).orElse(List.of()), "answers", answers,
        "problems", problems};
    return problems.any() ? View.unprocessable("guardians/seats", parameters) : View.of("guardians/seats", parameters);
  }

  private Optional<Opportunity> found(String typed) {
    Matcher address = ADDRESS.matcher(Digits.latin(typed.strip()));
    return address.matches() ? opportunities.find(new OpportunityId(Long.parseLong(address.group(1)))).filter(Opportunity::published) : Optional.empty();
  }

  private List<Shift> coming(Opportunity opportunity) {
    Instant now = clock.instant();
    return opportunities.shifts(opportunity.id()).stream().filter(one -> one.open() && one.startsAt().isAfter(now))
        .sorted(Comparator.comparing(Shift::startsAt)).limit(SHIFTS_SHOWN).toList();
  }

  private String address(Desk desk, YouthGroup group, String opportunity, String shift) {
    String number = found(opportunity).map(it -> it.id().toString()).orElse("");
    return desk.address("/groups/" + group.id() + "/seats?opportunity=" + number + "&shift=" + shift);
  }
}
