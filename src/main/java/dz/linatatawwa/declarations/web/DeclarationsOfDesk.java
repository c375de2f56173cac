package dz.linatatawwa.declarations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.declarations.DeclarationId;
import dz.linatatawwa.declarations.Declarations;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Declarations that name an organisation, on its desk: it affirms or denies each. */
@Controller
@RequestMapping("/organizations/{organization:\\d{1,18}}/desk/declarations")
class DeclarationsOfDesk implements DeskSection {

  private final Declarations declarations;
  private final Desks desks;

  DeclarationsOfDesk(Declarations declarations, Desks desks) {
    this.declarations = declarations;
    this.desks = desks;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "1") String page) {
    OrganizationId id = new OrganizationId(organization);
    var desk = desks.openToRun(me.id(), id);
    return View.of("declarations/desk", "desk", desk, "me", me.id(),
        "rows", declarations.of(id, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1));
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/answer")
  ModelAndView answer(SignedIn me, @PathVariable long organization, @PathVariable long id, @RequestParam(defaultValue = "") String answer) {
    desks.openToRun(me.id(), new OrganizationId(organization));
    boolean taken = declarations.organization(me.id(), new DeclarationId(id), answer.equals("affirmed"));
    return View.seeOther("/organizations/" + organization + "/desk/declarations",
        View.saying(taken ? "declarations.said.answered" : "declarations.said.tooLate"));
  }

  @Override
  public int order() {
    return 46;
  }

  @Override
  public String labelKey() {
    return "declarations.desk.tab";
  }

  @Override
  public String path() {
    return "/declarations";
  }
}
