package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Contests on an organisation's desk: a tab, and what waits for an answer. */
@Controller
class ContestsOfDesk implements DeskSection {

  private final Contests contests;
  private final Desks desks;
  private final Fragments fragments;
  private final Clock clock;

  ContestsOfDesk(Contests contests, Desks desks, Fragments fragments, Clock clock) {
    this.contests = contests;
    this.desks = desks;
    this.fragments = fragments;
    this.clock = clock;
  }

  @GetMapping("/organizations/{organization:\\d{1,18}}/desk/contests")
  ModelAndView list(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "1") String page) {
    OrganizationId id = new OrganizationId(organization);
    var desk = desks.openToRun(me.id(), id);
    boolean open = !show.equals("settled");
    return View.of("contests/desk", "desk", desk, "cases", contests.of(id, open, ContestPages.page(page)), "open", open, "now", clock.instant());
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String labelKey() {
    return "contests.desk.tab";
  }

  @Override
  public String path() {
    return "/contests";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    int waiting = role.runs() ? contests.waitingFor(organization.id()) : 0;
    return waiting == 0 ? Optional.empty() : Optional.of(fragments.of(page, "contests/deskSection", "waiting", waiting,
        "address", "/organizations/" + organization.id() + "/desk/contests"));
  }
}
