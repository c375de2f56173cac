package dz.linatatawwa.hours.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourDesk;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.HoursOfShift;
import dz.linatatawwa.hours.RefusalCode;
import dz.linatatawwa.hours.Settlement;
import dz.linatatawwa.hours.ShiftEvidence;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the hours of an organisation are settled: by its coordinators, and by the supervisors of its territory. */
@Controller
@RequestMapping("/organizations/{organization:\\d{1,18}}/desk/hours")
class SettlingPages {

  private final HourDesk desk;
  private final HourLedger ledger;
  private final Desks desks;
  private final Organizations organizations;
  private final ObjectProvider<ShiftEvidence> evidence;
  private final Clock clock;

  SettlingPages(HourDesk desk, HourLedger ledger, Desks desks, Organizations organizations,
      ObjectProvider<ShiftEvidence> evidence, Clock clock) {
    this.desk = desk;
    this.ledger = ledger;
    this.desks = desks;
    this.organizations = organizations;
    this.evidence = evidence;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView shifts(SignedIn me, @PathVariable long organization, @RequestParam(required = false) @Nullable String show,
      @RequestParam(required = false) @Nullable String page) {
    OrganizationId id = new OrganizationId(organization);
    var open = desks.openToRun(me.id(), id);
    if ("settled".equals(show)) {
      return View.of("hours/desk", "desk", open, "waiting", List.of(), "settled", desk.settled(id, Numbers.page(page)), "now", clock.instant());
    }
    return View.of("hours/desk", "desk", open, "waiting", desk.waiting(id), "now", clock.instant());
  }

  @GetMapping("/{shift:\\d{1,18}}")
  ModelAndView shift(SignedIn me, @PathVariable long organization, @PathVariable long shift) {
    return shown(me, organization, shift, Problems.none(), Map.of());
  }

  @PostMapping("/{shift:\\d{1,18}}/proposals")
  ModelAndView propose(SignedIn me, @PathVariable long organization, @PathVariable long shift) {
    desk.shift(new OrganizationId(organization), new ShiftId(shift), me.id());
    return View.seeOther(address(organization, shift), View.saying("hours.said.proposed", ledger.propose(new ShiftId(shift), me.id())));
  }

  @PostMapping("/{shift:\\d{1,18}}/confirmations")
  ModelAndView confirm(SignedIn me, @PathVariable long organization, @PathVariable long shift, @RequestParam(defaultValue = "") List<Long> claim,
      @RequestParam(required = false) @Nullable String reason) {
    if (claim.isEmpty()) return View.seeOther(address(organization, shift));
    List<ClaimId> chosen = ids(claim);
    String words = Typed.line(reason);
    if (words.length() > Reasons.LONGEST) {
      Problems problems = new Problems();
      for (long one : claim) Reasons.limit(words, "reason-" + one, problems);
      return shown(me, organization, shift, problems, Map.of("reason-" + claim.getFirst(), words));
    }
    Settlement done = ledger.confirm(new OrganizationId(organization), chosen, me.id(), words.isEmpty() ? null : words);
    if (claim.size() == 1 && !done.whole()) return left(me, organization, shift, done, "confirm-", Map.of("reason-" + claim.getFirst(), words));
    if (done.settled().isEmpty() && !done.vouched().isEmpty()) return View.seeOther(address(organization, shift), View.saying("hours.said.vouched"));
    int open = done.left().size() + done.vouched().size();
    return View.seeOther(address(organization, shift), open == 0 ? View.saying("hours.said.confirmed", done.settled().size())
        : View.saying("hours.said.confirmedSome", done.settled().size(), open));
  }

  @PostMapping("/{shift:\\d{1,18}}/refusals")
  ModelAndView refuse(SignedIn me, @PathVariable long organization, @PathVariable long shift, @RequestParam long claim,
      @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String words) {
    RefusalCode why = RefusalCode.of(code).orElse(null);
    String said = Typed.line(words);
    Problems problems = new Problems();
    if (why == null) problems.add("code-" + claim, "hours.problem.code");
    else if (why == RefusalCode.OTHER && said.length() < 3) problems.add("words-" + claim, "hours.problem.reason");
    Reasons.limit(said, "words-" + claim, problems);
    if (why == null || problems.any()) return shown(me, organization, shift, problems, Map.of("code-" + claim, code, "words-" + claim, said));
    Settlement done = ledger.refuse(new OrganizationId(organization), ids(List.of(claim)), me.id(), why, said);
    return done.whole() ? View.seeOther(address(organization, shift), View.refusing("hours.said.refused"))
        : left(me, organization, shift, done, "code-", Map.of("code-" + claim, code, "words-" + claim, said));
  }

  @PostMapping("/{shift:\\d{1,18}}/times")
  ModelAndView retime(SignedIn me, @PathVariable long organization, @PathVariable long shift, @RequestParam long claim,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String why) {
    HoursOfShift hours = desk.shift(new OrganizationId(organization), new ShiftId(shift), me.id());
    TimeForm form = TimeForm.read(claim, from, to, Typed.line(why), hours);
    if (form.problems().any()) return shown(me, organization, shift, form.problems(), form.typed());
    Settlement done = ledger.retime(new OrganizationId(organization), new ClaimId(claim), me.id(), form.from(), form.to(), form.why());
    return done.whole() ? View.seeOther(address(organization, shift), View.saying("hours.said.retimed"))
        : left(me, organization, shift, done, "from-", form.typed());
  }

  @PostMapping("/{shift:\\d{1,18}}/reversals")
  ModelAndView reverse(SignedIn me, @PathVariable long organization, @PathVariable long shift, @RequestParam long claim,
      @RequestParam(defaultValue = "") String why) {
    String said = Typed.line(why);
    Map<String, String> typed = Map.of("undo-" + claim, said);
    Problems problems = new Problems();
    Reasons.need(said, "undo-" + claim, problems);
    if (problems.any()) return shown(me, organization, shift, problems, typed);
    Settlement done = ledger.reverse(new OrganizationId(organization), new ClaimId(claim), me.id(), said);
    return done.whole() ? View.seeOther(address(organization, shift), View.saying("hours.said.reversed"))
        : left(me, organization, shift, done, "undo-", typed);
  }

  @PostMapping("/{shift:\\d{1,18}}/renewals")
  ModelAndView again(SignedIn me, @PathVariable long organization, @PathVariable long shift, @RequestParam long claim) {
    boolean made = ledger.proposeAgain(new OrganizationId(organization), new ClaimId(claim), me.id());
    return View.seeOther(address(organization, shift), View.saying(made ? "hours.said.again" : "hours.said.notAgain"));
  }

  private ModelAndView left(SignedIn me, long organization, long shift, Settlement done, String field, Map<String, String> typed) {
    Problems problems = new Problems();
    done.left().forEach((claim, why) -> problems.add((field.equals("confirm-") ? "reason-" : field) + claim, "hours.left." + why.code()));
    return shown(me, organization, shift, problems, typed);
  }

  private ModelAndView shown(SignedIn me, long organization, long shift, Problems problems, Map<String, String> typed) {
    OrganizationId id = new OrganizationId(organization);
    HoursOfShift hours = desk.shift(id, new ShiftId(shift), me.id());
    boolean member = organizations.mayRun(me.id(), id);
    Object frame = member ? desks.openToRun(me.id(), id) : organizations.find(id).orElseThrow();
    Object[] parameters = {member ? "desk" : "organization", frame, "hours", hours, "address", address(organization, shift), "problems", problems,
        "typed", typed, "evidence", evidence.stream().toList(), "now", clock.instant()};
    String template = member ? "hours/shift" : "hours/shiftOfTerritory";
    return problems.any() ? View.unprocessable(template, parameters) : View.of(template, parameters);
  }

  private static List<ClaimId> ids(List<Long> claims) {
    if (claims.stream().anyMatch(id -> id == null || id < 1)) throw new NotFound("claims " + claims);
    return claims.stream().distinct().map(ClaimId::new).toList();
  }

  private static String address(long organization, long shift) {
    return "/organizations/" + organization + "/desk/hours/" + shift;
  }
}
