package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaCriteria;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaSearch;
import dz.linatatawwa.ideas.Ideas;
import dz.linatatawwa.places.WilayaMap;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ideas as everybody sees them: the list with its filters, the map, the page of each. */
@Controller
class IdeaPages {

  private final Ideas ideas;
  private final IdeaSearch search;
  private final IdeaCards cards;
  private final IdeaFilters filters;
  private final IdeaShowing showing;
  private final PageMaker pages;

  IdeaPages(Ideas ideas, IdeaSearch search, IdeaCards cards, IdeaFilters filters, IdeaShowing showing, PageMaker pages) {
    this.ideas = ideas;
    this.search = search;
    this.cards = cards;
    this.filters = filters;
    this.showing = showing;
    this.pages = pages;
  }

  @PublicPage
  @GetMapping("/ideas")
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    IdeaCriteria criteria = filters.read(asked);
    boolean map = asked.getOrDefault("view", "").equals("map");
    IdeaLinks links = filters.links(criteria, map, page);
    if (map && criteria.near() == null) {
      return View.of("ideas/map", "criteria", criteria, "links", links, "map", WilayaMap.of(search.byWilaya(criteria)), "names", filters.wilayas(page.language()));
    }
    Slice<Idea> found = search.find(criteria, number(asked.get("page")));
    return View.of("ideas/list", "criteria", criteria, "links", links, "found", found, "cards", cards.of(found.rows(), page.words()),
        "around", criteria.near() == null || !map ? Optional.empty() : Optional.of(Around.of(criteria.near(), found.rows())));
  }

  @GetMapping("/ideas/{id:[1-9]\\d{0,17}}")
  ModelAndView show(@PathVariable long id, Optional<SignedIn> me, HttpServletRequest request) {
    Idea idea = ideas.seenBy(me.map(SignedIn::id).orElse(null), new IdeaId(id));
    return showing.page(idea, me, Problems.none(), Map.of(), request);
  }

  static int number(@org.jspecify.annotations.Nullable String typed) {
    return typed != null && typed.matches("[1-9]\\d{0,3}") ? Integer.parseInt(typed) : 1;
  }
}
