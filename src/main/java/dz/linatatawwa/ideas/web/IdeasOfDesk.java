package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaCriteria;
import dz.linatatawwa.ideas.IdeaSearch;
import dz.linatatawwa.ideas.IdeaState;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ideas on an organisation's desk: those that it took up, and those of its wilaya that wait for somebody. */
@Controller
class IdeasOfDesk implements DeskSection {

  private static final int OFFERED = 6;

  private final IdeaSearch search;
  private final IdeaCards cards;
  private final Desks desks;
  private final PageMaker pages;

  IdeasOfDesk(IdeaSearch search, IdeaCards cards, Desks desks, PageMaker pages) {
    this.search = search;
    this.cards = cards;
    this.desks = desks;
    this.pages = pages;
  }

  @GetMapping("/organizations/{organization:[1-9]\\d{0,17}}/desk/ideas")
  ModelAndView list(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(organization));
    Words words = pages.page(request).words();
    Slice<Idea> own = search.of(desk.organization().id(), IdeaPages.number(page));
    return View.of("ideas/desk", "desk", desk, "found", own, "cards", cards.of(own.rows(), words), "offered", cards.of(offered(desk), words),
        "wilaya", desk.organization().profile().seat().wilaya().value());
  }

  /** What most people of its wilaya want and nobody does yet. */
  private List<Idea> offered(Desk desk) {
    IdeaCriteria here = new IdeaCriteria("", null, null, desk.organization().profile().seat().wilaya(), null, IdeaCriteria.Sort.SUPPORT, null);
    return search.find(here, 1).rows().stream().filter(idea -> idea.adoptable() && idea.state() != IdeaState.PLANNED)
        .limit(OFFERED).toList();
  }

  @Override
  public int order() {
    return 49;
  }

  @Override
  public String labelKey() {
    return "ideas.desk.tab";
  }

  @Override
  public String path() {
    return "/ideas";
  }
}
