package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.participation.YoungRules;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Applying with people who have no account: {@code /opportunities/7/family}. */
@Controller
@RequestMapping("/opportunities/{id:" + Numbers.NUMBER + "}/family")
class FamilyPages {

  private static final int SHIFTS_SHOWN = 12;

  private final Opportunities opportunities;
  private final Participation participation;
  private final NamedPeople named;
  private final YoungRules young;
  private final Clock clock;

  FamilyPages(Opportunities opportunities, Participation participation, NamedPeople named, YoungRules young, Clock clock) {
    this.opportunities = opportunities;
    this.participation = participation;
    this.named = named;
    this.young = young;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView form(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String shift) {
    return show(found(id), new FamilyForm(shift, List.of(FamilyForm.Row.EMPTY, FamilyForm.Row.EMPTY)), Problems.none());
  }

  @PostMapping
  ModelAndView apply(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Opportunity opportunity = found(id);
    FamilyForm form = FamilyForm.read(sent, named.most());
    if (sent.containsKey("more")) return show(opportunity, form.longer(named.most()), Problems.none());
    Problems problems = Problems.none();
    Map<Integer, NamedPerson> people = form.people(LocalDate.now(clock.withZone(Words.ZONE)), problems);
    Optional<Shift> shift = coming(opportunity).stream().filter(one -> one.id().toString().equals(form.shift())).findFirst();
    if (shift.isEmpty()) problems.add("shift", "participation.problem.shift");
    shift.ifPresent(one -> people.forEach((line, person) -> young.fault(one.id(), me.id(), person)
        .ifPresent(fault -> problems.add(fault.lacksConsent() ? "agreed" + line : "born" + line, "teams.fault." + fault.code()))));
    if (problems.any() || shift.isEmpty()) return show(opportunity, form, problems);
    return answered(opportunity, form, participation.apply(me.id(), shift.get().id(), new Wish(null, "", false).with(List.copyOf(people.values()))), problems);
  }

  private ModelAndView answered(Opportunity opportunity, FamilyForm form, Application answer, Problems problems) {
    return switch (answer) {
      case Application.Placed _, Application.Waiting _, Application.Pending _ -> View.seeOther("/opportunities/" + opportunity.id() + "/apply/done?shift=" + form.shift());
      case Application.Refused(var why) when why == Application.Reason.NOT_A_VOLUNTEER -> View.seeOther("/opportunities/" + opportunity.id() + "/apply/facts?shift=" + form.shift());
      case Application.Refused(var why) -> show(opportunity, form, problems.add("shift", "participation.refused." + why.code()));
      case Application.Clash clash -> show(opportunity, form, problems.add("shift", "participation.said.clash", clash.title()));
      case Application.Unmet(var lack) -> View.seeOther(lack.link(), View.refusing("participation.said.unmet"));
    };
  }

  private ModelAndView show(Opportunity opportunity, FamilyForm form, Problems problems) {
    List<Shift> shifts = coming(opportunity);
    String chosen = shifts.stream().map(one -> one.id().toString()).filter(form.shift()::equals).findFirst().orElse(shifts.isEmpty() ? "" : shifts.getFirst().id().toString());
    Object[] parameters = {"opportunity", opportunity, "form", form, "shifts", shifts, "shift", chosen, "most", named.most(), "problems", problems};
    return problems.any() ? View.unprocessable("teams/family", parameters) : View.of("teams/family", parameters);
  }

  private Opportunity found(long id) {
    if (named.most() == 0) throw new NotFound("nobody is named");
    return opportunities.find(new OpportunityId(id)).filter(Opportunity::published).orElseThrow(() -> new NotFound("opportunity " + id));
  }

  private List<Shift> coming(Opportunity opportunity) {
    Instant now = clock.instant();
    return opportunities.shifts(opportunity.id()).stream().filter(one -> one.open() && one.startsAt().isAfter(now)).limit(SHIFTS_SHOWN).toList();
  }
}
