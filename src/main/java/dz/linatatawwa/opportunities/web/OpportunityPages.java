package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Calendar;
import dz.linatatawwa.opportunities.DatedShifts;
import dz.linatatawwa.opportunities.Filter;
import dz.linatatawwa.opportunities.FilterLinks;
import dz.linatatawwa.opportunities.Found;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.opportunities.Showing;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaMap;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What visitors see: the list, the map, one opportunity, its calendar file. */
@Controller
class OpportunityPages {

  private static final int CARDS = 12;

  private final Opportunities opportunities;
  private final DatedShifts dated;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final ObjectProvider<OpportunityPageSection> sections;
  private final Clock clock;

  OpportunityPages(Opportunities opportunities, DatedShifts dated, Organizations organizations, Places places, Taxonomy taxonomy, PageMaker pages,
      ObjectProvider<OpportunityPageSection> sections, Clock clock) {
    this.opportunities = opportunities;
    this.dated = dated;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.sections = sections;
    this.clock = clock;
  }

  @PublicPage
  @GetMapping("/opportunities")
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Filter filter = Filter.read(asked, places, taxonomy);
    Page page = pages.page(request);
    FilterLinks links = FilterLinks.of(filter, page, places, taxonomy, organizations);
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    if (filter.map()) {
      WilayaMap map = WilayaMap.of(opportunities.countByWilaya(filter.criteria(today)));
      return View.of("opportunities/map", "filter", filter, "links", links, "map", map, "names", names(page));
    }
    Found found = opportunities.search(filter.criteria(today), number(asked.get("page")), CARDS);
    return View.of("opportunities/list", "filter", filter, "links", links, "found", found);
  }

  private Map<String, String> names(Page page) {
    return places.wilayas().stream().collect(Collectors.toMap(wilaya -> wilaya.code().value(),
        wilaya -> wilaya.code() + " " + wilaya.name().in(page.language())));
  }

  @PublicPage
  @GetMapping("/opportunities/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, HttpServletRequest request) {
    Opportunity opportunity = published(id);
    Page page = pages.page(request);
    List<Content> contents = sections.stream().flatMap(section -> section.section(opportunity, page).stream()).toList();
    return View.of("opportunities/show", "showing", showing(opportunity), "preview", false, "contents", contents);
  }

  @GetMapping(value = "/opportunities/{id:[1-9][0-9]{0,17}}.ics")
  ResponseEntity<String> calendar(@PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    Showing showing = showing(published(id));
    return ResponseEntity.ok().header("Content-Type", "text/calendar;charset=utf-8").header("Content-Disposition", CalendarFile.attachment("opportunity-" + id))
        .body(Calendar.of(showing, dated.changed(showing.opportunity().id()), page.absolute("/opportunities/" + id), page.words()));
  }

  private Opportunity published(long id) {
    return opportunities.find(new OpportunityId(id)).filter(found -> found.state().shown()).orElseThrow(() -> new NotFound("opportunity " + id));
  }

  private Showing showing(Opportunity opportunity) {
    return Showing.of(opportunity, opportunities, organizations, places, taxonomy, clock.instant());
  }

  private static int number(@org.jspecify.annotations.Nullable String typed) {
    return typed != null && typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 1;
  }
}
