package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.Choice;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.Found;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.OpportunityCard;
import dz.linatatawwa.opportunities.SearchCriteria;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming opportunities for other sites' pages: a small page without scripts for a frame, and the same as JSON that any page may read. Nobody's own things, no cookie. */
@Controller
class EmbeddedList {

  private static final int USUAL = 6;
  private static final int LEAST = 3;
  private static final int MOST = 20;
  private static final int LINE_PIXELS = 92;
  private static final int REST_PIXELS = 110;
  private static final CacheControl SOME_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;

  EmbeddedList(Opportunities opportunities, Organizations organizations, Places places, Taxonomy taxonomy, PageMaker pages) {
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  /** The list for programs. @param total counted to 1000 at most @param more whether there are more than were counted */
  record Listed(String language, String page, long total, boolean more, List<Row> opportunities) {}

  /** One line of it; times are UTC, codes those of the platform's reference tables. */
  record Row(long id, String title, String summary, String organization, String field, @Nullable String wilaya, @Nullable String wilayaName, boolean remote, Instant start, Instant end,
      int seatsLeft, String page) {}

  @PublicPage
  @GetMapping("/embed/opportunities")
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Choice choice = Choice.read(asked, places, taxonomy, organizations);
    String theme = asked.getOrDefault("theme", "");
    return View.of("feeds/embed", "choice", choice, "found", found(choice, asked), "theme", theme.equals("dark") || theme.equals("light") ? theme : "auto",
        "suffix", "?lang=" + page.language().code());
  }

  @GetMapping("/embed/opportunities.json")
  ResponseEntity<Listed> json(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Choice choice = Choice.read(asked, places, taxonomy, organizations);
    Found found = found(choice, asked);
    String suffix = "?lang=" + page.language().code();
    Listed listed = new Listed(page.language().code(), page.site() + "/opportunities" + choice.query(), found.cards().total(), found.more(),
        found.cards().rows().stream().map(card -> row(card, page, suffix)).toList());
    return ResponseEntity.ok().cacheControl(SOME_MINUTES).header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*").header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE).body(listed);
  }

  private Found found(Choice choice, Map<String, String> asked) {
    SearchCriteria criteria = new SearchCriteria("", choice.wilayaCode(), null, choice.fieldCode(), null, null, null, null, null, false, false, choice.organizationId(), null,
        SearchCriteria.Sort.DATE, null);
    return opportunities.search(criteria, 1, rows(asked.getOrDefault("rows", "")));
  }

  private static Row row(OpportunityCard card, Page page, String suffix) {
    LocalName wilaya = card.wilayaName();
    return new Row(card.id().value(), card.title(), card.summary(), card.organizationName().in(page.language()), card.field(), card.wilaya(),
        wilaya == null ? null : wilaya.in(page.language()), card.remote(), card.nextStart(), card.nextEnd(), card.seatsLeft(), page.site() + "/opportunities/" + card.id() + suffix);
  }

  /** How many lines an address asks for, within bounds. */
  static int rows(String typed) {
    return typed.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(typed), LEAST, MOST) : USUAL;
  }

  /** A height at which most lists need not be scrolled, in pixels. */
  static int height(int rows) {
    return rows * LINE_PIXELS + REST_PIXELS;
  }
}
