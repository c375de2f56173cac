package dz.linatatawwa.archive.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.archive.CampaignOperations;
import dz.linatatawwa.archive.Operations;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Past operations on an organisation's desk; closed campaigns of which one may be made. */
@Controller
class OperationsOfDesk implements DeskSection {

  private final Operations operations;
  private final CampaignOperations campaigns;
  private final Desks desks;
  private final Fragments fragments;

  OperationsOfDesk(Operations operations, CampaignOperations campaigns, Desks desks, Fragments fragments) {
    this.operations = operations;
    this.campaigns = campaigns;
    this.desks = desks;
    this.fragments = fragments;
  }

  @GetMapping("/organizations/{organization:[1-9]\\d{0,17}}/desk/operations")
  ModelAndView list(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "1") String page) {
    OrganizationId id = new OrganizationId(organization);
    var desk = desks.open(me.id(), id);
    return View.of("archive/desk", "desk", desk, "rows", operations.of(id, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1),
        "closed", desk.role().runs() ? campaigns.waiting(id) : List.<Campaign>of());
  }

  @Override
  public int order() {
    return 48;
  }

  @Override
  public String labelKey() {
    return "archive.desk.tab";
  }

  @Override
  public String path() {
    return "/operations";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    if (!role.runs()) return Optional.empty();
    List<Campaign> closed = campaigns.waiting(organization.id());
    return closed.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "archive/closed", "closed", closed, "heading", true));
  }
}
