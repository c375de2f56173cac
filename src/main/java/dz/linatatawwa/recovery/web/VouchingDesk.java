package dz.linatatawwa.recovery.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.recovery.Recovery;
import dz.linatatawwa.recovery.Vouching;
import dz.linatatawwa.recovery.Vouching.Found;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a coordinator vouches for a volunteer who lost their contacts: letters first, then the person, then the word. */
@Controller
@RequestMapping("/organizations/{oid:[1-9]\\d{0,17}}/desk/vouching")
class VouchingDesk {

  private final Desks desks;
  private final Vouching vouching;

  VouchingDesk(Desks desks, Vouching vouching) {
    this.desks = desks;
    this.vouching = vouching;
  }

  @GetMapping
  ModelAndView form(SignedIn me, @PathVariable long oid) {
    return form(desk(me, oid), "", Problems.none());
  }

  /** @param knows whether the coordinator gives their word; without it the person is shown first */
  @PostMapping
  ModelAndView vouch(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String reference, @RequestParam(defaultValue = "false") boolean knows,
      @RequestParam(defaultValue = "false") boolean asked) {
    Desk desk = desk(me, oid);
    return switch (vouching.find(me.id(), desk.organization(), reference)) {
      case Found.Nobody nobody -> form(desk, reference, new Problems().add("reference", "recovery.problem.reference"));
      case Found.TooMany tooMany -> form(desk, reference, new Problems().add("reference", "recovery.problem.tooManyVouched"));
      case Found.Person person when knows -> given(me, desk, person.recovery());
      case Found.Person person -> person(desk, person, asked ? new Problems().add("knows", "recovery.problem.knows") : Problems.none());
    };
  }

  private ModelAndView given(SignedIn me, Desk desk, Recovery recovery) {
    boolean vouched = vouching.vouch(me.id(), desk.organization(), recovery);
    return View.seeOther(desk.address("/vouching"), View.saying(vouched ? "recovery.said.vouched" : "recovery.said.over"));
  }

  private static ModelAndView form(Desk desk, String reference, Problems problems) {
    Object[] parameters = {"desk", desk, "reference", reference, "problems", problems};
    return problems.any() ? View.unprocessable("recovery/vouching", parameters) : View.of("recovery/vouching", parameters);
  }

  private static ModelAndView person(Desk desk, Found.Person person, Problems problems) {
    Object[] parameters = {"desk", desk, "recovery", person.recovery(), "name", person.name(), "problems", problems};
    return problems.any() ? View.unprocessable("recovery/person", parameters) : View.of("recovery/person", parameters);
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), new OrganizationId(oid));
  }
}
