package dz.linatatawwa.reports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.reports.Reports;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Thing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** On an organisation's desk: what supervisors decided of it and of what it shows. */
@Controller
class ReportsOfDesk implements DeskSection {

  private final Reports reports;
  private final Desks desks;

  ReportsOfDesk(Reports reports, Desks desks) {
    this.reports = reports;
    this.desks = desks;
  }

  @GetMapping("/organizations/{id:[1-9][0-9]{0,17}}/desk/decisions")
  ModelAndView list(SignedIn me, @PathVariable OrganizationId id, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desks.openToRun(me.id(), id);
    return View.of("reports/desk", "desk", desk, "reports", reports,
        "slice", reports.decidedOf(Thing.of("organization", id.value()), page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1));
  }

  @Override
  public int order() {
    return 85;
  }

  @Override
  public String labelKey() {
    return "reports.desk.tab";
  }

  @Override
  public String path() {
    return "/decisions";
  }
}
