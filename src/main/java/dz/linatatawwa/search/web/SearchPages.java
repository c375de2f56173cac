package dz.linatatawwa.search.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.search.Hit;
import dz.linatatawwa.search.Results;
import dz.linatatawwa.search.SearchOverAll;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One box for everything; which kind is shown and where its page begins stand in the address. */
@Controller
class SearchPages {

  private static final int LONGEST = 120;

  private final SearchOverAll search;
  private final Places places;
  private final PageMaker pages;

  SearchPages(SearchOverAll search, Places places, PageMaker pages) {
    this.search = search;
    this.places = places;
    this.pages = pages;
  }

  @PublicPage
  @GetMapping("/search")
  ModelAndView search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    Page page = pages.page(request);
    String typed = Typed.line(q.length() > LONGEST ? q.substring(0, LONGEST) : q);
    String one = search.kinds().contains(kind) ? kind : "";
    Results results = search.find(typed, one, Results.Place.of(after).orElse(null));
    Function<Hit, HitLine> line = hit -> line(hit, page.words());
    return View.of("search/results", "typed", typed, "kind", one, "results", results, "tabs", tabs(results, one, page), "line", line, "begun", after.isEmpty());
  }

  private static List<Link> tabs(Results results, String kind, Page page) {
    Query query = Query.of(page.query()).without("after").without("kind");
    List<Link> tabs = new ArrayList<>();
    tabs.add(new Link(page.text("search.all"), "/search" + query, kind.isEmpty()));
    for (Results.Group group : results.groups()) {
      if (group.total() == 0 && !group.kind().equals(kind)) continue;
      String label = page.text(group.more() ? "search.tab.more" : "search.tab", page.text("search.kind." + group.kind()), Math.min(group.total(), Results.COUNTED));
      tabs.add(new Link(label, "/search" + query.with("kind", group.kind()), group.kind().equals(kind)));
    }
    return tabs;
  }

  private HitLine line(Hit hit, Words words) {
    Language language = words.language();
    return new HitLine(hit, hit.name().in(language), hit.about() == null ? null : hit.about().in(language), hit.by() == null ? null : hit.by().in(language),
        place(hit, language), when(hit.kind(), hit.at(), words));
  }

  private String place(Hit hit, Language language) {
    return Stream.concat(Stream.ofNullable(hit.commune()).flatMap(code -> CommuneCode.of(code).stream()).map(code -> places.name(code, language)),
        Stream.ofNullable(hit.wilaya()).flatMap(code -> WilayaCode.of(code).stream()).map(code -> places.name(code, language)))
        .filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining(" · "));
  }

  /** Of a past operation perhaps no more than the year is known. */
  private static String when(String kind, @Nullable Instant at, Words words) {
    if (at == null) return "";
    return kind.equals("operation") ? Integer.toString(at.atZone(Words.ZONE).getYear()) : words.date(at);
  }
}
